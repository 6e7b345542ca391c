/** What we use of tfjs-node: TensorFlow's operations by name, on arrays known by number. Its own tensors and tape are not used. */
import { BackendError } from "../../core/errors.ts";
import type { Shape } from "../../core/shape.ts";

/** The module @tensorflow/tfjs-node-gpu (or tfjs-node), as far as we need it. */
export interface TensorFlowModule {
  backend(): { readonly binding: Binding; readonly isUsingGpuDevice: boolean };
}

/** Its native part. Arrays are numbers, and stay until they are deleted. */
export interface Binding {
  readonly TF_Version: string;
  readonly TF_FLOAT: number;
  readonly TF_INT32: number;
  readonly TF_BOOL: number;
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_STRING: number;
  /** Shares the memory of `values` for as long as the array lives. */
  createTensor(shape: Shape, type: number, values: Float32Array | Int32Array): number;
  executeOp(
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    outputs: number,
  ): { id: number }[];
  /** A copy. */
  tensorDataSync(id: number): Float32Array;
  deleteTensor(id: number): void;
}

/** An option of an operation, as TensorFlow's documentation of it names them. */
export interface Attribute {
  readonly name: string;
  readonly type: number;
  readonly value: number | boolean | string | readonly number[];
}

/** The types that operations want to know. */
export type TypeName = "float" | "int" | "bool";
type Value = boolean | string | number | readonly number[];

/** Short lists that stay on the device: axes, shapes, orders. More of them than this are forgotten again. */
const MOST_CONSTANTS = 512;

/** Runs operations of TensorFlow by name. */
export class TensorFlow {
  readonly version: string;
  /** Whether it computes on a GPU. */
  readonly gpu: boolean;
  readonly #binding: Binding;
  readonly #types: Readonly<Record<TypeName, number>>;
  readonly #attributes = new Map<string, readonly Attribute[]>();
  readonly #constants = new Map<string, number>();

  constructor(module: TensorFlowModule) {
    const { binding, isUsingGpuDevice } = module.backend();
    this.version = binding.TF_Version;
    this.gpu = Boolean(isUsingGpuDevice);
    this.#binding = binding;
    this.#types = { float: binding.TF_FLOAT, int: binding.TF_INT32, bool: binding.TF_BOOL };
  }

  /** Attributes of one kind of call, made once for each key. `types` are names of types, `rest` plain values. */
  attributes(
    key: string,
    types: Readonly<Record<string, TypeName>>,
    rest: Readonly<Record<string, Value>> = {},
  ): readonly Attribute[] {
    let made = this.#attributes.get(key);
    if (made) return made;
    const b = this.#binding;
    const kind = (value: Value): number =>
      typeof value === "boolean" ? b.TF_ATTR_BOOL : typeof value === "string" ? b.TF_ATTR_STRING : b.TF_ATTR_INT;
    made = [
      ...Object.entries(types).map(([name, type]) => ({ name, type: b.TF_ATTR_TYPE, value: this.#types[type] })),
      ...Object.entries(rest).map(([name, value]) => ({ name, type: kind(value), value })),
    ];
    this.#attributes.set(key, made);
    return made;
  }

  /** The result of an operation with one output. Throws BackendError with TensorFlow's own words. */
  run(name: string, attributes: readonly Attribute[], inputs: readonly number[]): number {
    return this.runMany(name, attributes, inputs, 1)[0];
  }

  runMany(name: string, attributes: readonly Attribute[], inputs: readonly number[], outputs: number): number[] {
    try {
      return this.#binding.executeOp(name, attributes, inputs, outputs).map(({ id }) => id);
    } catch (error) {
      throw refused(name, error);
    }
  }

  /** A new array. The numbers must not be changed afterwards: TensorFlow reads them where they are. */
  floats(values: Float32Array, shape: Shape): number {
    return this.#binding.createTensor(shape, this.#types.float, values);
  }

  /** A new array of whole numbers. */
  ints(values: Int32Array, shape: Shape = [values.length]): number {
    return this.#binding.createTensor(shape, this.#types.int, values);
  }

  /** The same list as an array that stays; not to be deleted by the caller. */
  constant(values: readonly number[], shape: Shape = [values.length]): number {
    const key = `${shape.length} ${values}`;
    let id = this.#constants.get(key);
    if (id === undefined) this.#constants.set(key, (id = this.ints(Int32Array.from(values), shape)));
    return id;
  }

  /** Called where no operation is running. */
  forgetConstants(): void {
    if (this.#constants.size <= MOST_CONSTANTS) return;
    for (const id of this.#constants.values()) this.drop(id);
    this.#constants.clear();
  }

  /** A copy of the numbers. */
  read(id: number): Float32Array {
    return this.#binding.tensorDataSync(id);
  }

  drop(id: number): void {
    this.#binding.deleteTensor(id);
  }
}

function refused(name: string, error: unknown): BackendError {
  const text = error instanceof Error ? error.message : String(error);
  const full = /OOM|RESOURCE_EXHAUSTED|Status: 8\b/.test(text);
  return new BackendError({
    op: name,
    rule: full ? "TensorFlow has no memory left" : "TensorFlow refused the operation",
    got: text.replace(/\s*\n\s*/g, " "),
    expected: full ? "room for the result" : "an operation that its kernels know",
    hint: full
      ? "smaller batches, or scope(() => …) around each step"
      : 'the same on the default backend: setBackend("wasm")',
  });
}

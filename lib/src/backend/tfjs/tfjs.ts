/** The backend on TensorFlow, through tfjs-node: every primitive is one or a few of its kernels, called by name. Chapter 26. */
import { keepAxes, type Shape } from "../../core/shape.ts";
import type { Backend, BinaryOp, Floats, FusedKernel, ReduceOp, UnaryOp, Window } from "../backend.ts";
import { columnsShape } from "../reference/windows.ts";
import { type Calls, computed } from "./calls.ts";
import { fusedKernels } from "./fused.ts";
import type { Held } from "./held.ts";
import { BINARY, UNARY } from "./kernels.ts";
import { type MemoryOptions, TfjsMemory } from "./memory.ts";
import { type Attribute, TensorFlow, type TensorFlowModule } from "./tensorflow.ts";
import { foldColumns, unfoldWindows } from "./windows.ts";

export class TfjsBackend implements Backend {
  readonly name = "tfjs";
  readonly fused: { readonly [name: string]: FusedKernel | undefined };
  readonly memory: TfjsMemory;
  /** Which TensorFlow it is, and whether it computes on a GPU. */
  readonly tensorflow: TensorFlow;
  readonly #float: readonly Attribute[];
  readonly #compare: readonly Attribute[];
  readonly #toFloat: readonly Attribute[];

  constructor(module: TensorFlowModule, options: MemoryOptions = {}) {
    const tensorflow = new TensorFlow(module);
    this.tensorflow = tensorflow;
    this.memory = new TfjsMemory(tensorflow, options);
    this.fused = fusedKernels(tensorflow, this.memory);
    this.#float = tensorflow.attributes("float", { T: "float" });
    this.#compare = tensorflow.attributes("compare", { T: "float" }, { incompatible_shape_error: true });
    this.#toFloat = tensorflow.attributes("toFloat", { SrcT: "bool", DstT: "float" }, { Truncate: false });
  }

  fromData(data: ArrayLike<number>, shape: Shape): Held {
    this.memory.begin();
    return this.memory.hold(shape, this.tensorflow.floats(Float32Array.from(data), shape));
  }

  full(shape: Shape, value: number): Held {
    this.memory.begin();
    const number = this.tensorflow.floats(Float32Array.of(value), []);
    if (shape.length === 0) return this.memory.hold(shape, number);
    const attributes = this.tensorflow.attributes("fill", { T: "float", index_type: "int" });
    return this.#once(shape, "Fill", attributes, [this.tensorflow.constant(shape), number], number);
  }

  read(x: Held): Floats {
    return this.memory.read(x);
  }

  unary(op: UnaryOp, x: Held): Held {
    this.memory.begin();
    return this.#run(x.shape, UNARY[op], this.#float, [this.#id(x)]);
  }

  binary(op: BinaryOp, a: Held, b: Held, shape: Shape): Held {
    this.memory.begin();
    const inputs = [this.#id(a), this.#id(b)];
    if (op !== "greater" && op !== "equal") return this.#run(shape, BINARY[op], this.#float, inputs);
    const compared =
      op === "greater"
        ? this.tensorflow.run("Greater", this.#float, inputs)
        : this.tensorflow.run("Equal", this.#compare, inputs);
    return this.#once(shape, "Cast", this.#toFloat, [compared], compared);
  }

  where(condition: Held, a: Held, b: Held, shape: Shape): Held {
    this.memory.begin();
    const zero = this.tensorflow.floats(Float32Array.of(0), []);
    const chosen = this.tensorflow.run("NotEqual", this.#compare, [this.#id(condition), zero]);
    return this.#once(shape, "SelectV2", this.#float, [chosen, this.#id(a), this.#id(b)], zero, chosen);
  }

  reduce(op: ReduceOp, x: Held, axes: readonly number[]): Held {
    this.memory.begin();
    const attributes = this.tensorflow.attributes("reduce", { T: "float", Tidx: "int" }, { keep_dims: true });
    const inputs = [this.#id(x), this.tensorflow.constant(axes)];
    return this.#run(keepAxes(x.shape, axes), op === "sum" ? "Sum" : "Max", attributes, inputs);
  }

  matmul(a: Held, b: Held, shape: Shape): Held {
    this.memory.begin();
    const attributes = this.tensorflow.attributes("matmul", { T: "float" }, { adj_x: false, adj_y: false });
    return this.#run(shape, "BatchMatMulV2", attributes, [this.#id(a), this.#id(b)]);
  }

  reshape(x: Held, shape: Shape): Held {
    return this.#view(x, shape, (calls, id) => calls.arranged("Reshape", "Tshape", id, shape));
  }

  permute(x: Held, order: readonly number[]): Held {
    const shape = order.map((axis) => x.shape[axis]);
    return this.#view(x, shape, (calls, id) => calls.arranged("Transpose", "Tperm", id, order));
  }

  expand(x: Held, shape: Shape): Held {
    return this.#view(x, shape, (calls, id) => calls.arranged("BroadcastTo", "Tidx", id, shape));
  }

  slice(x: Held, from: readonly number[], to: readonly number[]): Held {
    const shape = from.map((start, i) => to[i] - start);
    return this.#view(x, shape, (calls, id) => calls.slice(id, from, shape));
  }

  pad(x: Held, before: readonly number[], shape: Shape): Held {
    this.memory.begin();
    const widths = before.flatMap((n, i) => [n, shape[i] - n - x.shape[i]]);
    const y = computed(this.tensorflow, (calls) =>
      calls.arranged("Pad", "Tpaddings", this.#id(x), widths, [before.length, 2]),
    );
    return this.memory.hold(shape, y);
  }

  concat(xs: readonly Held[], axis: number): Held {
    this.memory.begin();
    const joined = xs.reduce((total, x) => total + x.shape[axis], 0);
    const shape = xs[0].shape.map((n, i) => (i === axis ? joined : n));
    const inputs = xs.map((x) => this.#id(x));
    if (xs.length === 1) return this.#run(shape, "Identity", this.#float, inputs);
    const attributes = this.tensorflow.attributes(`concat ${xs.length}`, { T: "float", Tidx: "int" }, { N: xs.length });
    return this.#run(shape, "ConcatV2", attributes, [...inputs, this.tensorflow.constant([axis], [])]);
  }

  gather(x: Held, rows: Int32Array): Held {
    this.memory.begin();
    const types = { Tparams: "float", Tindices: "int", Taxis: "int" } as const;
    const attributes = this.tensorflow.attributes("gather", types, { batch_dims: 0 });
    const list = this.tensorflow.ints(rows.slice());
    const inputs = [this.#id(x), list, this.tensorflow.constant([0], [])];
    return this.#once([rows.length, ...x.shape.slice(1)], "GatherV2", attributes, inputs, list);
  }

  scatterAdd(g: Held, rows: Int32Array, count: number): Held {
    this.memory.begin();
    const types = { T: "float", Tindices: "int", Tnumsegments: "int" } as const;
    const attributes = this.tensorflow.attributes("scatterAdd", types);
    const list = this.tensorflow.ints(rows.slice());
    const inputs = [this.#id(g), list, this.tensorflow.constant([count], [])];
    return this.#once([count, ...g.shape.slice(1)], "UnsortedSegmentSum", attributes, inputs, list);
  }

  unfold(x: Held, window: Window): Held {
    this.memory.begin();
    return this.memory.hold(
      columnsShape(x.shape, window),
      unfoldWindows(this.tensorflow, this.#id(x), x.shape, window),
    );
  }

  fold(g: Held, shape: Shape, window: Window): Held {
    this.memory.begin();
    return this.memory.hold(shape, foldColumns(this.tensorflow, this.#id(g), shape, window));
  }

  persistent(x: Held): Held {
    this.memory.begin();
    return this.memory.hold(x.shape, this.#copy(x), true);
  }

  assign(target: Held, x: Held): void {
    this.memory.begin();
    this.memory.replace(target, this.#copy(x));
  }

  accumulate(target: Held, x: Held): void {
    this.memory.begin();
    this.memory.replace(target, this.tensorflow.run("AddV2", this.#float, [this.#id(target), this.#id(x)]));
  }

  /** Arrays in TensorFlow are never written to, so a copy may share its memory. */
  #copy(x: Held): number {
    return this.tensorflow.run("Identity", this.#float, [this.#id(x)]);
  }

  #id(x: Held): number {
    return this.memory.idOf(x);
  }

  #run(shape: Shape, name: string, attributes: readonly Attribute[], inputs: readonly number[]): Held {
    return this.memory.hold(shape, this.tensorflow.run(name, attributes, inputs));
  }

  /** Runs an operation and deletes what was made only for it. */
  #once(
    shape: Shape,
    name: string,
    attributes: readonly Attribute[],
    inputs: readonly number[],
    ...temporary: number[]
  ): Held {
    const y = this.#run(shape, name, attributes, inputs);
    for (const id of temporary) this.tensorflow.drop(id);
    return y;
  }

  #view(x: Held, shape: Shape, make: (calls: Calls, id: number) => number): Held {
    this.memory.begin();
    return this.memory.holdView(x, shape, () => computed(this.tensorflow, (calls) => make(calls, this.#id(x))));
  }
}

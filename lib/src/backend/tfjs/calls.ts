/** Several calls of TensorFlow in a row: intermediate results are deleted when the last one is there. */
import type { Shape } from "../../core/shape.ts";
import type { Attribute, TensorFlow } from "./tensorflow.ts";

/** The result of f; everything else that its calls made is deleted. */
export function computed(tensorflow: TensorFlow, f: (calls: Calls) => number): number {
  const calls = new Calls(tensorflow);
  const result = f(calls);
  for (const id of calls.made) if (id !== result) tensorflow.drop(id);
  return result;
}

export class Calls {
  readonly made: number[] = [];
  readonly #tensorflow: TensorFlow;

  constructor(tensorflow: TensorFlow) {
    this.#tensorflow = tensorflow;
  }

  /** A kernel of floats that needs no options. */
  float(name: string, ...inputs: readonly number[]): number {
    return this.run(name, this.#tensorflow.attributes("float", { T: "float" }), inputs);
  }

  run(name: string, attributes: readonly Attribute[], inputs: readonly number[]): number {
    return this.kept(this.#tensorflow.run(name, attributes, inputs));
  }

  sum(x: number, axes: readonly number[], keep: boolean): number {
    const attributes = this.#tensorflow.attributes(`sum ${keep}`, { T: "float", Tidx: "int" }, { keep_dims: keep });
    return this.run("Sum", attributes, [x, this.#tensorflow.constant(axes)]);
  }

  /** x in another arrangement, which a list of whole numbers describes; `type` is the name of the list's type. */
  arranged(name: string, type: string, x: number, list: readonly number[], listShape: Shape = [list.length]): number {
    const attributes = this.#tensorflow.attributes(name, { T: "float", [type]: "int" });
    return this.run(name, attributes, [x, this.#tensorflow.constant(list, listShape)]);
  }

  slice(x: number, from: readonly number[], shape: Shape): number {
    const attributes = this.#tensorflow.attributes("slice", { T: "float", Index: "int" });
    return this.run("Slice", attributes, [x, this.#tensorflow.constant(from), this.#tensorflow.constant(shape)]);
  }

  number(value: number): number {
    return this.kept(this.#tensorflow.floats(Float32Array.of(value), []));
  }

  /** Notes an array to be deleted. */
  kept(id: number): number {
    this.made.push(id);
    return id;
  }
}

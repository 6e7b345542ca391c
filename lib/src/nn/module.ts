/** A module is a function that carries its parts: tensors and other modules, by name. Chapter 4. */
import { shapeText } from "../core/errors.ts";
import { Tensor } from "../tensor/tensor.ts";

/** What a module may carry. null stands for a part that was left out, such as a bias. */
export type Part = Tensor | AnyModule | null | readonly Part[] | { readonly [name: string]: Part };

export interface Parts {
  readonly [name: string]: Part;
}

/** A function with parts. Call it: model(x). */
export interface Module<Inputs extends readonly unknown[] = [Tensor], Output = Tensor> {
  (...inputs: Inputs): Output;
  readonly parts: Parts;
}

/** A module of whatever inputs and outputs. */
export type AnyModule = Module<never, unknown>;

/**
 * Makes a module of its parts and of the function that uses them.
 * @example
 * const double = module({ factor: parameter(tensor(2)) }, ({ factor }, x) => x.mul(factor));
 * double(tensor([1, 2])).detach(); // Tensor [2] 2 4
 */
export function module<P extends Parts, Inputs extends readonly unknown[], Output>(
  parts: P,
  forward: (parts: P, ...inputs: Inputs) => Output,
): Module<Inputs, Output> & { readonly parts: P } {
  const made = Object.assign((...inputs: Inputs) => forward(parts, ...inputs), { parts });
  const show = { value: () => summary(made), enumerable: false };
  return Object.defineProperties(made, { toString: show, [Symbol.for("nodejs.util.inspect.custom")]: show });
}

/** The tensors of a module in aligned rows: name, shape, and how many numbers are trained. */
function summary(model: AnyModule): string {
  const rows = namedTensors(model).map(([name, x]) => [
    name,
    shapeText(x.shape),
    x.requiresGrad ? count(x.size) : "not trained",
  ]);
  const trained = parameters(model).reduce((total, p) => total + p.size, 0);
  const widths = [0, 1, 2].map((k) => Math.max(...rows.map((row) => row[k].length)));
  const lines = rows.map(
    ([name, shape, size]) => `  ${name.padEnd(widths[0])}  ${shape.padEnd(widths[1])}  ${size.padStart(widths[2])}`,
  );
  return [`Module, ${count(trained)} numbers to train`, ...lines].join("\n");
}

/** 2410 → "2,410" */
const count = (n: number): string => String(n).replaceAll(/(?<=\d)(?=(\d{3})+$)/g, ",");

/**
 * Every tensor of a module with its path, such as "0.W", in the order of the parts.
 * @example
 * namedTensors(linear(3, 2, { rng: new Rng(1) })).map(([name]) => name); // [ 'W', 'b' ]
 */
export function namedTensors(model: AnyModule): [string, Tensor][] {
  const found: [string, Tensor][] = [];
  const visit = (part: Part, path: string): void => {
    if (part === null) return;
    if (part instanceof Tensor) found.push([path, part]);
    else for (const [name, inner] of entriesOf(part)) visit(inner, path === "" ? name : `${path}.${name}`);
  };
  visit(model, "");
  return found.filter(([, x], i) => found.findIndex(([, y]) => y === x) === i); // shared parts count once
}

/**
 * The tensors of a module that are trained, by name.
 * @example
 * namedParameters(linear(3, 2, { rng: new Rng(1) })).map(([name]) => name); // [ 'W', 'b' ]
 */
export const namedParameters = (model: AnyModule): [string, Tensor][] =>
  namedTensors(model).filter(([, x]) => x.requiresGrad);

/**
 * The tensors of a module that are trained.
 * @example
 * parameters(linear(3, 2, { rng: new Rng(1) })).map((p) => p.shape); // [ [ 3, 2 ], [ 2 ] ]
 */
export const parameters = (model: AnyModule): Tensor[] => namedParameters(model).map(([, x]) => x);

function entriesOf(part: Exclude<Part, Tensor | null>): [string, Part][] {
  return Object.entries(typeof part === "function" ? part.parts : part);
}

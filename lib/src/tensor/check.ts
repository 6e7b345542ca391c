/** Refusing what is no tensor: without types, in a cell of the book, anything can be passed. Chapter 2. */
import { described } from "../core/described.ts";
import { ValueError } from "../core/errors.ts";
import { Tensor } from "./tensor.ts";

/** Throws ValueError unless all of these are tensors. */
export function checkTensors(op: string, ...xs: readonly unknown[]): void {
  for (const x of xs) if (!(x instanceof Tensor)) throw notTensor(op, x);
}

/** An argument that is no tensor, told with what to do about it. */
export function notTensor(op: string, x: unknown, expected = "a tensor"): ValueError {
  return new ValueError({ op, rule: "this is no tensor", got: described(x), expected, hint: hintFor(op, x) });
}

function hintFor(op: string, x: unknown): string {
  if (typeof x === "function") return "call a model to get a tensor: model(x)";
  if (typeof x === "number" && /^(conv|layer|batch|group|instance|rms|embedding)/.test(op))
    return `${op}Layer makes the layer from sizes; ${op} computes with tensors`;
  if (Array.isArray(x)) return `tensor(${described(x).slice("the list ".length)}) makes one of it`;
  return "tensor([1, 2]) makes one of numbers";
}

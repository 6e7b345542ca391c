/** scope(f): arrays made while f runs are given back when it ends, except those it returns. Optional; it only saves memory. */
import type { Backend, Handle } from "../backend/backend.ts";
import { backend } from "../backend/current.ts";
import { Tensor } from "./tensor.ts";

/**
 * Runs f and releases what it made, except the tensors in its result (a tensor, or lists and plain objects of them).
 * @example
 * scope(() => tensor([1, 2]).mul(2).sum()); // Tensor [] 6
 */
export function scope<T>(f: () => T, { memory }: Backend = backend()): T {
  if (memory === null) return f();
  const mark = memory.enter();
  const keep: Handle[] = [];
  try {
    const result = f();
    collect(result, keep);
    return result;
  } finally {
    memory.leave(mark, keep);
  }
}

function collect(value: unknown, into: Handle[]): void {
  if (value instanceof Tensor) into.push(value.handle);
  else if (Array.isArray(value)) for (const entry of value) collect(entry, into);
  else if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype)
    for (const entry of Object.values(value)) collect(entry, into);
}

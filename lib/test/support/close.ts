/** Comparing numbers, and errors that teach. */
import assert from "node:assert/strict";
import type * as T from "../../src/index.ts";

/** Fails unless the shapes are equal and every number agrees to a relative error; NaN agrees with NaN. */
export function close(actual: T.Tensor, shape: T.Shape, expected: ArrayLike<number>, within: number, what = ""): void {
  assert.deepEqual([...actual.shape], [...shape], `${what}: shape`);
  const numbers = actual.data64();
  for (let i = 0; i < numbers.length; i++) {
    const [a, b] = [numbers[i], expected[i]];
    const agree = Object.is(a, b) || a === b || Math.abs(a - b) <= within * Math.max(1, Math.abs(b));
    assert.ok(agree, `${what}: number ${i} is ${a}, expected ${b}`);
  }
}

/** Fails unless f throws an error of this class whose message has the four parts and matches. */
export function refuses(f: () => unknown, name: string, message: RegExp): void {
  assert.throws(f, (error: unknown) => {
    assert.ok(error instanceof Error);
    assert.equal(error.name, name);
    assert.match(error.message, message);
    assert.match(error.message, /^\w+: .+\n {2}got .+\n {2}expected .+\n {2}hint: .+$/);
    assert.doesNotMatch(error.message, /undefined|\[object|null/);
    return true;
  });
}

/** Every operation on random shapes, layouts and special numbers: each backend gives what plain loops in float64 give. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, type Candidate, on } from "./support/backends.ts";
import { type Call, Drawing, draws } from "./support/drawn.ts";
import { layouts } from "./support/layouts.ts";
import { operations } from "./support/operations.ts";

const TIMES = 25; // calls of each operation
const SPECIAL = [NaN, Infinity, -Infinity, 0, -0];
/** Operations that only golden values check: what they are called with has to be chosen by hand. */
const CHOSEN = ["fold", "runningStatistics", "hingeLoss"];
const exact: Candidate = { name: "reference64", within: 0 };
const layoutOf = [(x: T.Tensor): T.Tensor => x, ...Object.values(layouts)];

test("every operation is called", () => {
  const missing = Object.keys(operations).filter((op) => !(op in draws) && !CHOSEN.includes(op));
  assert.deepEqual(missing, []);
});

/** Values and gradients of a call as lists, or the class of the error. */
type Outcome = { readonly shape: T.Shape; readonly lists: readonly Float64Array[] } | { readonly refused: string };

interface Inputs extends Call {
  readonly numbers: readonly Float32Array[];
  readonly special: boolean;
}

function inputsOf(op: string, seed: number, special: boolean): Inputs {
  const d = new Drawing(seed);
  const call = draws[op](d);
  const number = (): number => (call.positive ? 0.25 + 2 * d.rng.uniform() : 2 * d.rng.normal());
  const drawn = (): number => (special && d.rng.uniform() < 0.25 ? d.one(SPECIAL) : number());
  const numbers = call.shapes.map((shape) => Float32Array.from({ length: T.sizeOf(shape) }, drawn));
  return { ...call, numbers, special };
}

function outcome(op: string, inputs: Inputs, layout: (x: T.Tensor) => T.Tensor): Outcome {
  const { shapes, numbers, options, special, fixed = [] } = inputs;
  const leaves = shapes.map((shape, i) =>
    special || fixed.includes(i) ? T.tensor(numbers[i], { shape }) : T.parameter(T.tensor(numbers[i], { shape })),
  );
  try {
    const y = operations[op](leaves.map(layout), options);
    const wanted = leaves.filter((x) => x.requiresGrad);
    if (!y.requiresGrad) return { shape: y.shape, lists: [y.data64()] };
    const upstream = T.tensor(
      Float32Array.from({ length: y.size }, (_, i) => Math.sin(i + 1)),
      { shape: y.shape },
    );
    const grads = T.gradients(y, wanted, { upstream });
    return { shape: y.shape, lists: [y, ...grads].map((t) => t.data64()) };
  } catch (error) {
    if (error instanceof T.TermwiseError) return { refused: error.name };
    throw error;
  }
}

function agree(actual: Outcome, expected: Outcome, within: number, what: string): void {
  if ("refused" in actual || "refused" in expected) {
    assert.deepEqual(actual, expected, what);
    return;
  }
  assert.deepEqual([...actual.shape], [...expected.shape], what);
  for (const [k, list] of expected.lists.entries()) {
    const found: Float64Array = actual.lists[k];
    assert.equal(found.length, list.length, what);
    const scale = list.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 1);
    for (const [i, x] of list.entries()) {
      const same = Object.is(found[i], x) || found[i] === x || Math.abs(found[i] - x) <= within * scale;
      assert.ok(same, `${what}: ${k === 0 ? "value" : `gradient ${k}`} ${i} is ${found[i]}, not ${x}`);
    }
  }
}

for (const candidate of backends) {
  describe(`${candidate.name} gives what plain loops in float64 give:`, () => {
    for (const op of Object.keys(draws)) {
      test(op, () => {
        for (let seed = 0; seed < TIMES; seed++) {
          const special = seed % 3 === 2 && !candidate.finiteOnly?.includes(op);
          const inputs = inputsOf(op, seed, special);
          const k = seed % layoutOf.length === 2 ? (seed >> 1) % layoutOf.length : seed % layoutOf.length;
          const what = `${op} ${JSON.stringify(inputs.options)} of ${inputs.shapes.map(T.shapeText).join(" and ")}, layout ${k}, seed ${seed}`;
          const expected = on(exact, () => outcome(op, inputs, (x) => x));
          const actual = on(candidate, () => outcome(op, inputs, layoutOf[k]));
          agree(actual, expected, candidate.within * 50, what);
        }
      });
    }
  });
}

/** The same numbers on every machine, to the last bit. The slow tests run this in other engines. */
import assert from "node:assert/strict";
import { test } from "vitest";
import * as T from "../../src/index.ts";
import { digestOf, hasCommittedBits } from "./digest.ts";
import { bitsOf, run } from "./run.mjs";

const results = T.withBackend("wasm", () => run(T));

test("the tour's training run has the committed bits", () => hasCommittedBits(bitsOf(results)));

test("and learns", () => {
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b) / list.length;
  assert.ok(mean(results.losses.slice(0, 5)) > 1.8);
  assert.ok(mean(results.losses.slice(-20)) < 0.35);
});

test("one bit more or less is another digest", () => {
  const changed = { ...results, losses: results.losses.map((x, i) => (i === 50 ? x * (1 + 2 ** -23) : x)) };
  assert.notEqual(digestOf(bitsOf(changed)).losses, digestOf(bitsOf(results)).losses);
  assert.equal(digestOf(bitsOf(changed)).weights, digestOf(bitsOf(results)).weights);
});

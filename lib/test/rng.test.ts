/** Random numbers where chance seldom looks: a stream whose bits are given shows what happens at the edges. */
import assert from "node:assert/strict";
import { describe, test } from "vitest";
import { normalQuantile } from "../src/core/normal-quantile.ts";
import * as T from "../src/index.ts";
import { refuses } from "./support/close.ts";

/** A generator whose next bits are those given. */
class Given extends T.Rng {
  readonly #next: number[] = [];
  constructor(...next: number[]) {
    super(1);
    this.#next = next;
  }
  override bits(): number {
    return #next in this ? (this.#next.shift() as number) : super.bits();
  }
}
const ALL = 0xffffffff;
/** The next uniform number is u, of at most 26 binary places. */
const drawing = (u: number): Given => new Given(u * 2 ** 32, 0);

describe("random numbers at the edges", () => {
  test("uniform numbers reach 0 and stop one step below 1", () => {
    assert.equal(new Given(0, 0).uniform(), 0);
    assert.equal(new Given(ALL, ALL).uniform(), 1 - 2 ** -53);
  });
  test("normal numbers are quantiles of the middles of 2⁵² equal parts, to the bit", () => {
    const [a, b] = [new T.Rng(7), new T.Rng(7)];
    for (let i = 0; i < 200; i++) {
      const part = (b.bits() >>> 6) * 2 ** 26 + (b.bits() >>> 6);
      assert.equal(a.normal(), normalQuantile((part + 0.5) / 2 ** 52));
    }
  });
  test("normal numbers are finite even where all bits are 0 or 1", () => {
    assert.ok(Math.abs(new Given(0, 0).normal() + 8.2095) < 1e-3);
    assert.ok(Math.abs(new Given(ALL, ALL).normal() - 8.2095) < 1e-3);
  });
  test("whole numbers leave out exactly what does not divide evenly", () => {
    assert.equal(new Given(ALL - 1, 7).int(3), 2); // the last number that is kept
    assert.equal(new Given(ALL, 7).int(3), 1); // 2³² − 1 belongs to no whole triple
    assert.equal(new Given(ALL, 7).int(2), 1); // of pairs nothing is left over
  });
  test("a coin of probability 0 never falls on 1, even if 0 is drawn", () => {
    assert.equal(drawing(0).bernoulli(0), 0);
    assert.equal(drawing(0.5).bernoulli(0.5), 0);
    assert.equal(drawing(0.25).bernoulli(0.5), 1);
    for (const p of [-0.1, 1.5, NaN])
      refuses(() => new T.Rng(1).bernoulli(p), "ValueError", /bernoulli: these are no probabilities/);
  });
  test("a category begins where the one before it ends", () => {
    assert.equal(drawing(0.25).categorical([0.5, 0.5]), 0);
    assert.equal(drawing(0.5).categorical([0.5, 0.5]), 1);
    assert.equal(drawing(0).categorical([0, 1]), 1);
  });
  test("beyond the rounded sum the last possible category is taken", () => {
    const beyond = (): Given => new Given(ALL, ALL);
    assert.equal(beyond().categorical([0.25, 0.25, 0.5 - 5e-7, 0]), 2);
    assert.equal(beyond().categorical([1 - 5e-7, 0]), 0);
  });
  test("sums that are off by more than a millionth are refused", () => {
    for (const p of [[0.5, 0.500002], [0.5, 0.499998], [2]])
      refuses(() => new T.Rng(1).categorical(p), "ValueError", /categorical: these are no probabilities/);
  });
  test("a shuffle of n draws n − 1 times", () => {
    const [a, b] = [new T.Rng(3), new T.Rng(3)];
    a.shuffle(["x", "y", "z"]);
    b.int(3);
    b.int(2);
    assert.equal(a.bits(), b.bits());
  });
});

import { expect, test } from "vitest";
import {
  flatParameters,
  linear,
  planeThrough,
  Rng,
  relu,
  sequential,
  setFlatParameters,
  tensor,
} from "../../src/index.ts";

const plane = planeThrough([1, 1, 1], [4, 1, 1], [6, 3, 1]);

test("the origin is at (0, 0), the first point east of it, the second to the north", () => {
  expect(plane.locate([1, 1, 1])).toEqual([0, 0]);
  expect(plane.locate([4, 1, 1])).toEqual([3, 0]);
  expect(plane.locate([6, 3, 1])).toEqual([5, 2]);
});

test("a point beside the plane is located by its shadow", () => {
  expect(plane.locate([2, 2, 9])).toEqual([1, 1]);
});

test("point is the inverse of locate", () => {
  expect([...plane.point(5, 2)]).toEqual([6, 3, 1]);
});

test("three points on a line make no plane", () => {
  expect(() => planeThrough([0, 0], [1, 1], [2, 2])).toThrow(/one line/);
});

test("all weights of a model go into one vector and back", () => {
  const [a, b] = [1, 2].map((seed) => {
    const rng = new Rng(seed);
    return sequential(linear(3, 4, { rng }), relu, linear(4, 2, { rng }));
  });
  const x = tensor([[1, 2, 3]]);
  expect(flatParameters(a)).toHaveLength(3 * 4 + 4 + 4 * 2 + 2);
  setFlatParameters(b, flatParameters(a));
  expect([...b(x).data()]).toEqual([...a(x).data()]);
  expect(() => setFlatParameters(b, [1, 2])).toThrow(/26 numbers/);
});

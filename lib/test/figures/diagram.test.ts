/** Diagrams, measured: boxes stand on their grid and arrows end at boxes. */
import { expect, test } from "vitest";
import { diagram } from "../../src/index.ts";

const alt = "Boxes and arrows for a test.";
type Four = [x: number, y: number, width: number, height: number];
const boxesOf = (svg: string): Four[] =>
  [
    ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="8" fill="var\(--tw-paper/g),
  ].map((m) => m.slice(1).map(Number) as Four);
const linesOf = (svg: string): Four[] =>
  [...svg.matchAll(/d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/g)].map((m) => m.slice(1).map(Number) as Four);

test("the first column and row of any grid are the edge of the picture", () => {
  const [a] = boxesOf(diagram({ a: { at: [3, 2.5] }, b: { at: [4, 3.5] } }, { alt }).svg);
  expect(a.slice(0, 2)).toEqual([6, 6]);
});

test("boxes do not overlap, and the widest grid fits into the width of a figure", () => {
  const grid = Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((k) => [`n${k}`, { at: [k, k % 2] as const, value: k, gradient: k }]),
  );
  const { svg } = diagram(grid, { alt });
  const boxes = boxesOf(svg);
  expect(Math.max(...boxes.map(([x, , w]) => x + w))).toBeLessThanOrEqual(698);
  for (const [i, [x, y, w, h]] of boxes.entries()) {
    for (const [ox, oy] of boxes.slice(i + 1)) expect(Math.abs(ox - x) >= w || Math.abs(oy - y) >= h).toBe(true);
  }
});

test("an arrow runs from the edge of one box to the edge of the other; a gradient runs back", () => {
  const boxes = { a: { at: [0, 0] as const }, b: { at: [1, 0] as const } };
  const forward = diagram(boxes, { arrows: [{ from: "a", to: "b" }], alt }).svg;
  const backward = diagram(boxes, { arrows: [{ from: "a", to: "b", back: true }], alt }).svg;
  const [[ax, , aw], [bx]] = boxesOf(forward);
  expect(linesOf(forward)).toEqual([[ax + aw + 3, 31, bx - 3, 31]]);
  expect(linesOf(backward)).toEqual([[bx - 3, 31, ax + aw + 3, 31]]);
  expect(backward).toContain("--tw-grad");
});

test("digits after a name are lowered, minus signs are minus signs, and names are escaped", () => {
  const { svg } = diagram({ w12: { at: [0, 0], value: -0.5 }, "a<b": { at: [1, 0] } }, { alt });
  expect(svg).toContain(">w₁₂</text>");
  expect(svg).toContain(">−0.5</text>");
  expect(svg).toContain(">a&lt;b</text>");
});

test("the summary reads the boxes and arrows aloud", () => {
  const { summary } = diagram(
    { x: { at: [0, 0], value: 2 }, y: { at: [1, 0], value: 4, gradient: 1 } },
    { arrows: [{ from: "x", to: "y", label: 4 }], alt },
  );
  expect(summary).toBe("Boxes: x 2; y 4, gradient 1. Arrows: x to y (4).");
});

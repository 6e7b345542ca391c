/** Plots that draw themselves: where things stand, and that nothing touches what it should not. */
import { describe, expect, test } from "vitest";
import { contour } from "../../src/figures/contours.ts";
import { drawRemarks } from "../../src/figures/plot-labels.ts";
import { type Mark, matrix, panels, plot, timeline, withFigureWidth } from "../../src/index.ts";

const alt = "A figure for the tests of plots.";
const axes = { x: { label: "x", from: 0, to: 10 }, y: { label: "y", from: 0, to: 100 } };
const draw = (...marks: Mark[]) => plot({ ...axes, marks, alt });
const numbers = (text: string): number[] => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe("a plot", () => {
  test("puts values where its axes say that they stand", () => {
    const { svg, axes: at } = draw({
      arrow: [
        [2, 50],
        [8, 75],
      ],
      label: "a",
    });
    const [x1, y1, x2, y2] = numbers(/<path stroke="[^"]*" stroke-width="2.4"[^>]* d="([^"]*)"/.exec(svg)?.[1] ?? "");
    const place = (ruler: { from: number; to: number; at: readonly [number, number] }, v: number): number =>
      ruler.at[0] + ((v - ruler.from) / (ruler.to - ruler.from)) * (ruler.at[1] - ruler.at[0]);
    if (!at) throw new Error("no axes");
    expect([x1, x2]).toEqual([2, 8].map((v) => expect.closeTo(place(at.x, v), 0)));
    expect([y1, y2]).toEqual([50, 75].map((v) => expect.closeTo(place(at.y, v), 0)));
  });

  test("axes that are given stay, whatever the marks need", () => {
    const [a, b] = [
      draw({ dots: [[1, 1]] }),
      draw({
        dots: [
          [1, 1],
          [50, 900],
        ],
      }),
    ];
    expect(b.axes).toEqual(a.axes);
  });

  test("logarithmic axes have powers of ten", () => {
    const { svg } = plot({ x: "step", y: { label: "loss", scale: "log" }, marks: [{ line: [1000, 10, 0.1] }], alt });
    for (const tick of ["0.1", "10", "1000"]) expect(svg).toContain(`>${tick}</text>`);
  });

  test("names of lines that end together stand apart", () => {
    const { svg } = draw(
      {
        line: [
          [0, 0],
          [10, 50],
        ],
        label: "one",
      },
      {
        line: [
          [0, 9],
          [10, 51],
        ],
        label: "two",
      },
    );
    const ys = [...svg.matchAll(/y="([\d.]+)" font-size="14" font-weight="600"/g)].map((m) => Number(m[1]));
    expect(ys).toHaveLength(2);
    expect(Math.abs(ys[0] - ys[1])).toBeGreaterThanOrEqual(16);
  });

  test("colours come with a second cue: dashes for lines, shapes for dots, hatching or sign for the rest", () => {
    const { svg } = draw(
      {
        line: [
          [0, 1],
          [9, 2],
        ],
      },
      {
        line: [
          [0, 3],
          [9, 4],
        ],
      },
    );
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
    const dots = draw({ dots: [[1, 1]] }, { dots: [[2, 2]] }).svg;
    expect(dots).toMatch(/a5 5 0 1 0/); // a circle
    expect(dots).toMatch(/d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+z"/); // a square
  });

  test("ten thousand points make a short path that keeps the highest", () => {
    const points = Array.from({ length: 10_000 }, (_, k) => [k / 1000, k === 5000 ? 99 : k % 7] as const);
    const { svg } = draw({ line: points });
    expect(svg.length).toBeLessThan(20_000);
    const ys = [...(/d="(M[^"]*)"\/><\/g>/.exec(svg)?.[1] ?? "").matchAll(/[ML][\d.]+ ([\d.]+)/g)].map((m) =>
      Number(m[1]),
    );
    const top = draw({ dots: [[5, 99]] }).svg;
    expect(Math.min(...ys)).toBeCloseTo(numbers(/d="M[\d.]+ ([\d.]+)a5/.exec(top)?.[1] ?? "")[0], 0);
  });

  test("tells its numbers in a sentence and a table", () => {
    const figure = draw(
      {
        line: [
          [0, 1],
          [10, 3],
        ],
        label: "loss",
      },
      { dots: [[5, 50]], label: "here" },
    );
    expect(figure.summary).toBe("loss: from 1 at 0 to 3 at 10, lowest 1 at 0; here: 1, at (5, 50).");
    expect(figure.table?.rows).toEqual([
      ["loss", "0", "1"],
      ["loss", "10", "3"],
      ["here", "5", "50"],
    ]);
  });

  test("heights that are no numbers are refused", () => {
    expect(() => draw({ contours: (x) => Math.log(x - 5) })).toThrow(/heights are finite/);
    expect(() => plot({ marks: [{ heat: () => 1 }], alt })).toThrow(/needs its ends/);
  });
});

test("a contour of a slope is a straight line at the level", () => {
  const slope = [0, 1, 2].map(() => [0, 1, 2, 3]);
  for (const piece of contour(slope, 1.5)) for (const [column] of piece) expect(column).toBeCloseTo(1.5);
  expect(contour(slope, 1.5)).toHaveLength(2);
});

test("a saddle is cut so that its high corners stay together", () => {
  const pieces = contour(
    [
      [1, 0],
      [0, 1],
    ],
    0.4,
  );
  expect(pieces).toHaveLength(2);
  for (const [a, b] of pieces) expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeLessThan(0.6); // around the low corners
});

test("remarks step aside for each other and stay inside", () => {
  const inside = { left: 0, right: 300, top: 0, bottom: 200 };
  const at = (x: number, y: number) => ({ text: "a remark", x, y, color: "currentColor" });
  const svg = drawRemarks([at(100, 100), at(104, 102), at(296, 4)], inside);
  const boxes = [...svg.matchAll(/<rect x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((m) =>
    m.slice(1).map(Number),
  );
  const [a, b] = boxes;
  const apart = a[0] + a[2] <= b[0] + 4 || b[0] + b[2] <= a[0] + 4 || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
  expect(apart).toBe(true);
  for (const [x, y, w, h] of boxes) expect(x >= -2 && y >= 0 && x + w <= 302 && y + h <= 200).toBe(true);
});

test("panels have ids of their own and wrap where the page is narrow", () => {
  const small = draw({
    arrow: [
      [1, 1],
      [9, 90],
    ],
  });
  const figure = panels(
    [1, 2].map(() => plot({ ...axes, width: 200, height: 150, marks: [{ line: [1, 2] }], alt })),
    { alt },
  );
  const ids = [...figure.svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]);
  expect(new Set(ids).size).toBe(ids.length);
  const width = (svg: string): number => numbers(/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "")[2];
  expect(width(figure.svg)).toBeCloseTo(418);
  expect(width(withFigureWidth(350, () => panels([small, small], { alt })).svg)).toBeLessThanOrEqual(350);
});

test("a matrix writes each number once, with its sign, and frames what is marked", () => {
  const { svg, table } = matrix(
    [
      [1, -2],
      [3, 4],
    ],
    { digits: 1, marked: [{ row: 1 }, [0, 0]], alt },
  );
  for (const text of ["1.0", "−2.0", "3.0", "4.0"]) expect(svg.split(`>${text}</text>`)).toHaveLength(2);
  expect(svg.match(/stroke-width="2.4"/g)).toHaveLength(2);
  expect(table?.rows).toEqual([
    ["0", "1.0", "−2.0"],
    ["1", "3.0", "4.0"],
  ]);
});

test("spans of a timeline stand in their lanes and in the order of time", () => {
  const { svg } = timeline(
    [
      { lane: "a", from: 0, to: 2 },
      { lane: "b", from: 2, to: 4 },
    ],
    { x: "ms", alt },
  );
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/g)].map((m) =>
    m.slice(1).map(Number),
  );
  expect(bars[0][0] + bars[0][2]).toBeCloseTo(bars[1][0], 0);
  expect(bars[1][1]).toBeGreaterThan(bars[0][1] + 20);
  expect(() => timeline([{ lane: "a", from: 2, to: 1 }], { alt })).toThrow(/ends after it begins/);
});

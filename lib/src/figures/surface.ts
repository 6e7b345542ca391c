/** A function of two numbers as a surface in space, with a path on it: what descent looks like. */
import { altText, type Chart } from "./figure.ts";
import {
  brief,
  type NumberList,
  type NumberTable,
  numberList,
  numberTable,
  rounded,
  sameLength,
  wrong,
} from "./numbers.ts";
import { plotlyThemed } from "./theme.ts";

export interface SurfaceOptions {
  readonly alt: string;
  /** Where the columns and rows of the table stand; without them they are numbered from 0. */
  readonly x?: NumberList;
  readonly y?: NumberList;
  /** Names of the three axes. */
  readonly names?: readonly [x: string, y: string, z: string];
  /** Points [x, y, z] that are joined by a line, from a square to a circle. */
  readonly path?: readonly (readonly [x: number, y: number, z: number])[];
  readonly height?: number;
}

const SHADES = [
  [0, "#0b57b8"],
  [0.35, "#5b9be6"],
  [0.7, "#b9d4f2"],
  [1, "#f3ead6"],
] as const;

/**
 * A surface over a grid: `heights[row][column]` is the height at `x[column]`, `y[row]`. Readers can turn it.
 *
 *     show(surface(losses, { x: w1, y: w2, names: ["w1", "w2", "loss"], path, alt: "…" }))
 */
export function surface(
  heights: NumberTable,
  { alt, x, y, names = ["x", "y", "z"], path = [], height = 440 }: SurfaceOptions,
): Chart {
  const op = "surface";
  const text = altText(op, alt);
  const z = numberTable(op, "heights", heights);
  if (z.length < 2 || z[0].length < 2)
    wrong(
      op,
      "a surface has at least two rows and columns",
      `${z.length} × ${z[0].length}`,
      "a grid of heights",
      "for one row use linePlot",
    );
  const xs = x ? numberList(op, "x", x) : z[0].map((_, j) => j);
  const ys = y ? numberList(op, "y", y) : z.map((_, i) => i);
  sameLength(op, ["x", xs.length], ["the columns of heights", z[0].length]);
  sameLength(op, ["y", ys.length], ["the rows of heights", z.length]);
  const points = path.length ? numberTable(op, "path", path) : [];
  const hover = `${names[0]} %{x:.3~g}<br>${names[1]} %{y:.3~g}<br>${names[2]} %{z:.3~g}<extra></extra>`;
  const ground = {
    type: "surface",
    x: xs.map(rounded),
    y: ys.map(rounded),
    z: z.map((row) => row.map(rounded)),
    colorscale: SHADES,
    showscale: false,
    opacity: 0.96,
    hovertemplate: hover,
    contours: { z: { show: true, color: "rgba(255,255,255,0.55)", width: 1 } },
    lighting: { ambient: 0.85, diffuse: 0.35, specular: 0.05 },
  };
  const data = points.length ? [ground, pathTrace(points, hover)] : [ground];
  const axis = (title: string): object => ({
    title: { text: title },
    showbackground: false,
    gridcolor: "#c9c4b8",
    zeroline: false,
    nticks: 5,
  });
  const scene = {
    xaxis: axis(names[0]),
    yaxis: axis(names[1]),
    zaxis: axis(names[2]),
    camera: { eye: { x: 1.45, y: -1.35, z: 0.85 } },
    aspectratio: { x: 1.25, y: 1.25, z: 0.75 },
  };
  const spec = plotlyThemed({ data, layout: { height, scene, showlegend: false, margin: { l: 0, r: 0, t: 0, b: 0 } } });
  return { kind: "plotly", alt: text, summary: summarise(z, { xs, ys, names, points }), spec };
}

function pathTrace(points: number[][], hover: string): object {
  const shapes = points.map((_, i) => (i === 0 ? "square" : "circle"));
  const sizes = points.map((_, i) => (i === 0 || i === points.length - 1 ? 6 : 3));
  const [x, y, z] = [0, 1, 2].map((k) => points.map((p) => rounded(p[k])));
  const orange = "#d9531e";
  return {
    type: "scatter3d",
    mode: "lines+markers",
    x,
    y,
    z,
    line: { color: orange, width: 6 },
    marker: { color: orange, symbol: shapes, size: sizes, opacity: 1 },
    hovertemplate: hover,
  };
}

interface Read {
  readonly xs: number[];
  readonly ys: number[];
  readonly names: readonly string[];
  readonly points: number[][];
}

function summarise(z: number[][], { xs, ys, names, points }: Read): string {
  const cells = z.flatMap((row, i) => row.map((v, j) => ({ v, x: xs[j], y: ys[i] })));
  const low = cells.reduce((a, b) => (b.v < a.v ? b : a));
  const high = cells.reduce((a, b) => (b.v > a.v ? b : a));
  const at = ({ v, x, y }: { v: number; x: number; y: number }): string =>
    `${brief(v)} at ${names[0]} ${brief(x)}, ${names[1]} ${brief(y)}`;
  const ends = points.length
    ? `; a path of ${points.length} points from ${brief(points[0][2])} to ${brief(points[points.length - 1][2])}`
    : "";
  return `${names[2]} over a grid of ${z.length} by ${z[0].length}: lowest ${at(low)}; highest ${at(high)}${ends}.`;
}

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
  /** Lines on the surface, such as the steps of an optimiser: from a square to a circle, the name at the end. */
  readonly paths?: readonly Path[];
  readonly height?: number;
}

export interface Path {
  readonly label?: string;
  readonly points: readonly (readonly [x: number, y: number, z: number])[];
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
 * @example
 * show(surface([[2, 1], [1, 0]], { names: ["w1", "w2", "loss"], alt: "A plane that slopes." }))
 * // [figure] A plane that slopes.
 * //          loss over a grid of 2 by 2: lowest 0 at w1 1, w2 1; highest 2 at w1 0, w2 0.
 */
export function surface(
  heights: NumberTable,
  { alt, x, y, names = ["x", "y", "z"], paths = [], height = 440 }: SurfaceOptions,
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
  const walks = paths.map(({ label = "", points }) => ({ label, points: numberTable(op, "points of a path", points) }));
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
  const data = [ground, ...walks.map((walk, k) => pathTrace(walk, PATHS[k % PATHS.length], hover))];
  const axis = (title: string): object => ({
    title: { text: title },
    showbackground: false,
    gridcolor: "#b5b0a6",
    zeroline: false,
    nticks: 5,
  });
  const scene = {
    xaxis: axis(names[0]),
    yaxis: axis(names[1]),
    zaxis: axis(names[2]),
    camera: { eye: { x: 1.62, y: -1.5, z: 0.95 }, center: { x: 0, y: 0, z: -0.14 } },
    aspectratio: { x: 1.25, y: 1.25, z: 0.75 },
    annotations: walks.filter((walk) => walk.label).map(nameTag),
  };
  const spec = plotlyThemed({ data, layout: { height, scene, showlegend: false, margin: { l: 0, r: 0, t: 0, b: 0 } } });
  return { kind: "plotly", alt: text, summary: summarise(z, { xs, ys, names, walks }), spec };
}

/** Colour, dash and marker tell paths apart. */
const PATHS = [
  { color: "#1c1a17", dash: "solid", symbol: "circle" },
  { color: "#d9531e", dash: "dash", symbol: "diamond" },
] as const;

interface Walk {
  readonly label: string;
  readonly points: number[][];
}

function pathTrace({ label, points }: Walk, { color, dash, symbol }: (typeof PATHS)[number], hover: string): object {
  const last = points.length - 1;
  const [x, y, z] = [0, 1, 2].map((k) => points.map((p) => rounded(p[k])));
  return {
    type: "scatter3d",
    mode: "lines+markers",
    name: label,
    x,
    y,
    z,
    line: { color, width: 6, dash },
    marker: {
      color,
      symbol: points.map((_, i) => (i === 0 ? "square" : symbol)),
      size: points.map((_, i) => (i === 0 || i === last ? 8 : 2.5)),
      opacity: 1,
    },
    hovertemplate: hover,
  };
}

/** The name at the end of a path, in front of everything, on a tag of its own so that it can be read on any colour. */
function nameTag({ label, points }: Walk): object {
  const [x, y, z] = points[points.length - 1].map(rounded);
  const font = { color: "#1a1a1a", size: 14 };
  return {
    x,
    y,
    z,
    text: label,
    font,
    bgcolor: "rgba(255,255,255,0.85)",
    borderpad: 3,
    ax: 0,
    ay: -26,
    arrowhead: 0,
    arrowwidth: 1,
  };
}

interface Read {
  readonly xs: number[];
  readonly ys: number[];
  readonly names: readonly string[];
  readonly walks: readonly Walk[];
}

function summarise(z: number[][], { xs, ys, names, walks }: Read): string {
  const cells = z.flatMap((row, i) => row.map((v, j) => ({ v, x: xs[j], y: ys[i] })));
  const low = cells.reduce((a, b) => (b.v < a.v ? b : a));
  const high = cells.reduce((a, b) => (b.v > a.v ? b : a));
  const at = ({ v, x, y }: { v: number; x: number; y: number }): string =>
    `${brief(v)} at ${names[0]} ${brief(x)}, ${names[1]} ${brief(y)}`;
  const ends = walks.map(({ label, points }) => {
    const [from, to] = [points[0], points[points.length - 1]].map((p) => brief(p[2]));
    return `; a path of ${points.length} points${label && ` (${label})`} from ${from} to ${to}`;
  });
  return `${names[2]} over a grid of ${z.length} by ${z[0].length}: lowest ${at(low)}; highest ${at(high)}${ends.join("")}.`;
}

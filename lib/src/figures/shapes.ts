/** The shapes that tell classes apart besides their colour, as paths. */
type Corner = readonly [x: number, y: number];

const square: Corner[] = [
  [-0.85, -0.85],
  [0.85, -0.85],
  [0.85, 0.85],
  [-0.85, 0.85],
];
const triangle: Corner[] = [
  [0, -1.15],
  [1.05, 0.75],
  [-1.05, 0.75],
];
const turned = (corners: readonly Corner[], turn: (c: Corner) => Corner): Corner[] => corners.map(turn);
const cross: Corner[] = [
  [-0.4, -1.1],
  [0.4, -1.1],
  [0.4, -0.4],
  [1.1, -0.4],
  [1.1, 0.4],
  [0.4, 0.4],
  [0.4, 1.1],
  [-0.4, 1.1],
  [-0.4, 0.4],
  [-1.1, 0.4],
  [-1.1, -0.4],
  [-0.4, -0.4],
];
const CORNERS: Readonly<Record<string, readonly Corner[]>> = {
  square,
  diamond: [
    [0, -1.25],
    [1, 0],
    [0, 1.25],
    [-1, 0],
  ],
  cross,
  "triangle-up": triangle,
  "triangle-down": turned(triangle, ([x, y]) => [x, -y]),
  "triangle-right": turned(triangle, ([x, y]) => [-y, x]),
  "triangle-left": turned(triangle, ([x, y]) => [y, x]),
};

/** A shape of the palette around a place: a circle, one of the names above, or corners in a path of capital M and L. */
export function shapePath(shape: string, x: number, y: number, size: number): string {
  if (shape === "circle")
    return `M${n(x - size)} ${n(y)}a${n(size)} ${n(size)} 0 1 0 ${n(2 * size)} 0a${n(size)} ${n(size)} 0 1 0 ${n(-2 * size)} 0z`;
  const corners =
    CORNERS[shape] ??
    [...shape.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, a, b]): Corner => [1.25 * Number(a), 1.25 * Number(b)]);
  return `${corners.map(([a, b], k) => `${k ? "L" : "M"}${n(x + size * a)} ${n(y + size * b)}`).join("")}z`;
}

const n = (value: number): string => String(Number(value.toFixed(1)));

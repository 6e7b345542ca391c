/** The rows of the table: what is timed, how much arithmetic it is, and what is aimed for. */
import type { Mode } from "./ours.ts";
import { ADDITIONS, type Program, type Shape, sizeOf } from "./programs.ts";

export interface Row {
  readonly id: string;
  readonly title: string;
  readonly program: Program;
  /** Additions and multiplications, or bytes read: what the share of the limit is counted in. */
  readonly flops?: number;
  readonly bytes?: number;
  /** Operations in the program, where the time of one is of interest. */
  readonly operations?: number;
  readonly modes?: readonly Mode[];
  /** How many times faster than a peer. */
  readonly targets?: Readonly<Record<string, number>>;
  readonly share?: Partial<Readonly<Record<Mode, number>>>;
  /** Part of the short run. */
  readonly smoke?: boolean;
}

const product = (a: Shape, b: Shape, turned?: "a" | "b"): Pick<Row, "program" | "flops"> => {
  const [M, K] = turned === "a" ? [a[a.length - 1], a[a.length - 2]] : a.slice(-2);
  const N = turned === "b" ? b[b.length - 2] : b[b.length - 1];
  return { program: { kind: "matmul", a, b, turned }, flops: 2 * sizeOf(a.slice(0, -2)) * M * K * N };
};
const square = (n: number, targets: Row["targets"], share: Row["share"], smoke = false): Row => ({
  ...{ id: `matmul-${n}`, title: `matmul ${n} × ${n}`, targets, share, smoke },
  ...product([n, n], [n, n]),
});
const dense = { default: 0.88, relaxed: 0.95 } as const;

const MLP = [784, 256, 128, 10];
const BATCH = 64;
const layersFlops = MLP.slice(1).reduce((sum, n, i) => sum + 2 * BATCH * MLP[i] * n * (i === 0 ? 2 : 3), 0);

const LSTM = { B: 32, inputs: 128, units: 128 } as const;

const LENET_BATCH = 32;
/** The first filters need no gradient of the images; everything else is computed forward and backward twice. */
const lenetFlops = 2 * LENET_BATCH * (2 * 28 * 28 * 6 * 25 + 3 * (10 * 10 * 16 * 150 + 400 * 120 + 120 * 84 + 84 * 10));

const BLOCK = { B: 16, T: 64, C: 64, H: 4 } as const;
/** Four projections and two layers of 4C, and the products of attention, forward and backward twice. */
const blockFlops = 3 * 2 * BLOCK.B * BLOCK.T * BLOCK.C * (12 * BLOCK.C + 2 * BLOCK.T);

const unary = (op: "exp" | "tanh" | "gelu", target: number): Row => ({
  id: op,
  title: `${op}, a million numbers`,
  program: { kind: "unary", op, size: 1e6 },
  targets: { "tfjs-wasm": target },
  smoke: op === "exp",
});
const sum = (axis: number | null, name: string): Row => ({
  id: `sum-${name.replace(" ", "-")}`,
  title: `sum of 1000 × 1000, ${name}`,
  program: { kind: "sum", shape: [1000, 1000], axis },
  bytes: 4e6,
  targets: { "tfjs-wasm": 3 },
  share: { default: 0.9, relaxed: 0.9 },
});

const conv = (
  k: number,
  x: Shape,
  channels: number,
  of: "output" | "input" | "filter",
  targets: Row["targets"],
  least: number,
): Row => ({
  id: `conv-${k}-${of}`,
  title: `conv2d ${k} × ${k}, ${of === "output" ? "forward" : `${of} gradient`}`,
  program: { kind: "conv", x, w: [channels, x[1], k, k], of },
  flops: 2 * x[0] * channels * x[1] * k * k * (x[2] - k + 1) * (x[3] - k + 1),
  targets,
  share: { default: least * 0.9, relaxed: least },
});
const five: Shape = [32, 6, 28, 28];
const three: Shape = [16, 64, 18, 18];

export const rows: readonly Row[] = [
  square(64, { "tfjs-wasm": 2 }, dense, true),
  square(256, { "tfjs-wasm": 1.4 }, dense, true),
  square(512, { "tfjs-wasm": 1.4 }, dense),
  square(1024, { "tfjs-wasm": 1.4 }, dense),
  {
    id: "matmul-batch",
    title: "matmul, 32 of 64 × 64",
    ...product([32, 64, 64], [32, 64, 64]),
    targets: { "onnxruntime-web": 2.6 },
    share: dense,
  },
  {
    id: "matmul-turned-a",
    title: "matmul 256 × 256, a transposed",
    ...product([256, 256], [256, 256], "a"),
    share: dense,
  },
  {
    id: "matmul-turned-b",
    title: "matmul 256 × 256, b transposed",
    ...product([256, 256], [256, 256], "b"),
    share: dense,
  },
  unary("exp", 6),
  unary("tanh", 8),
  unary("gelu", 6),
  {
    id: "softmax",
    title: "softmax of 4096 × 1000",
    program: { kind: "softmax", shape: [4096, 1000] },
    targets: { "tfjs-wasm": 1.4 },
    smoke: true,
  },
  sum(null, "all"),
  sum(0, "axis 0"),
  sum(1, "axis 1"),
  conv(5, five, 16, "output", { "tfjs-wasm": 3.5 }, 0.9),
  conv(3, three, 64, "output", { "tfjs-wasm": 1.5 }, 0.9),
  conv(5, five, 16, "input", { "tfjs-wasm": 12 }, 0.85),
  conv(3, three, 64, "input", {}, 0.85),
  conv(5, five, 16, "filter", { "jax-js": 100 }, 0.85),
  conv(3, three, 64, "filter", {}, 0.85),
  {
    id: "lstm",
    title: "LSTM step, batch 32, 128 units",
    program: { kind: "lstm", ...LSTM },
    flops: 2 * LSTM.B * (LSTM.inputs + LSTM.units) * 4 * LSTM.units,
    targets: { "onnxruntime-web": 2 },
    share: { default: 0.9 * 0.9, relaxed: 0.9 },
    smoke: true,
  },
  {
    id: "mlp",
    title: "MLP 784-256-128-10, training step of 64",
    program: { kind: "mlp", batch: BATCH, sizes: MLP },
    flops: layersFlops,
    targets: { "jax-js": 2.3, "tfjs-wasm": 13 },
    share: { default: 0.9, relaxed: 0.9 },
    smoke: true,
  },
  {
    id: "lenet",
    title: "LeNet, training step of 32",
    program: { kind: "lenet", batch: LENET_BATCH },
    flops: lenetFlops,
    targets: { "jax-js": 75 },
    share: { default: 0.7, relaxed: 0.7 },
    smoke: true,
  },
  {
    id: "block",
    title: "GPT block 16 × 64 × 64, training step with Adam",
    program: { kind: "block", sizes: BLOCK },
    flops: blockFlops,
    targets: { "jax-js": 3.5, "tfjs-wasm": 17 },
    share: { default: 0.9, relaxed: 0.9 },
    smoke: true,
  },
  {
    id: "add-forward",
    title: "one addition of 4 numbers",
    program: { kind: "add", backward: false },
    operations: ADDITIONS,
    targets: { "tfjs-wasm": 10 },
    smoke: true,
  },
  {
    id: "add-backward",
    title: "one addition of 4 numbers, with its gradient",
    program: { kind: "add", backward: true },
    operations: ADDITIONS,
    targets: { "tfjs-wasm": 10 },
  },
  {
    id: "reference",
    title: "matmul 256 × 256 on the reference backend",
    ...product([256, 256], [256, 256]),
    modes: ["reference"],
    targets: { "tfjs-cpu": 8 },
    smoke: true,
  },
];

import { type Bench, type Draw, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

type Layer = { W: TensorValue; b: TensorValue };
type Activation = "step" | "relu" | "identity";
const RULES = {
  step: (z: number) => (z < 0 ? 0 : 1),
  relu: (z: number) => (z > 0 ? z : 0),
  identity: (z: number) => z,
};

/** All values by definition, number by number. */
function values(x: TensorValue, layers: readonly Layer[], activations: readonly Activation[]): TensorValue[] {
  const all = [x];
  for (const [k, { W, b }] of layers.entries()) {
    const [nIn, nOut] = W.shape;
    const rule = k < layers.length - 1 ? RULES[activations[k]] : RULES.identity;
    const h = all[k].data;
    all.push(
      tensorOf([x.shape[0], nOut], ([row, j]) => {
        let z = b.data[j];
        for (let i = 0; i < nIn; i++) z += h[row * nIn + i] * W.data[i * nOut + j];
        return rule(z);
      }),
    );
  }
  return all;
}

/** Multiples of one half: sums are exact in every order, and a sum of exactly 0 is not rare. */
const halves = (draw: Draw, shape: readonly number[]): TensorValue => tensorOf(shape, () => draw.int(-4, 4) / 2);
function network(draw: Draw, count: number): { x: TensorValue; layers: Layer[] } {
  const same = draw.int(1, 3);
  const equal = draw.chance(0.4);
  const width = (): number => (equal ? same : draw.int(1, 4));
  const sizes = draw.list(count + 1, width);
  const layers = draw.list(count, (k) => ({
    W: halves(draw, [sizes[k], sizes[k + 1]]),
    b: halves(draw, [sizes[k + 1]]),
  }));
  return { x: halves(draw, [draw.int(1, 4), sizes[0]]), layers };
}
const NAMES: readonly Activation[] = ["step", "relu", "identity"];
async function follow({ call, draw }: Bench<typeof import("./stub.ts")>, count: number): Promise<void> {
  const { x, layers } = network(draw, count);
  const activations = draw.list(count - 1, () => draw.pick(NAMES));
  await call("mlpForward", x, layers, activations).gives(values(x, layers, activations));
}

const layers: Layer[] = [
  {
    W: tensor([
      [1, -1],
      [1, 1],
    ]),
    b: tensor([0, 1]),
  },
  { W: tensor([[2], [3]]), b: tensor([-1]) },
];

export default suite<typeof import("./stub.ts")>("E04.2", ({ example, fact, property }) => {
  example("[1, -2] gives -1 and [2, 1] gives 4 with steps, 5 with relu, hidden values included", async ({ call }) => {
    const [one, two] = [tensor([[1, -2]]), tensor([[2, 1]])];
    await call("mlpForward", one, layers, ["step"]).gives([one, tensor([[0, 0]]), tensor([[-1]])]);
    await call("mlpForward", one, layers, ["relu"]).gives([one, tensor([[0, 0]]), tensor([[-1]])]);
    await call("mlpForward", two, layers, ["step"]).gives([two, tensor([[1, 1]]), tensor([[4]])]);
    await call("mlpForward", two, layers, ["relu"]).gives([two, tensor([[3, 0]]), tensor([[5]])]);
  });

  fact("a network of one layer has no hidden layer: its values are the input and the sums", async ({ call }) => {
    const x = tensor([
      [1, -2],
      [-1, 0],
    ]);
    await call("mlpForward", x, [layers[0]], []).gives([
      x,
      tensor([
        [-1, -2],
        [-1, 2],
      ]),
    ]);
  });

  fact("the output may be negative, whatever the hidden layers do", async ({ call }) => {
    const x = tensor([[0.5], [-0.5]]);
    const net = [
      { W: tensor([[2]]), b: tensor([0]) },
      { W: tensor([[-3]]), b: tensor([1]) },
    ];
    await call("mlpForward", x, net, ["relu"]).gives([x, tensor([[1], [0]]), tensor([[-2], [1]])]);
  });

  fact("a step of exactly 0 is 1", async ({ call }) => {
    const x = tensor([[0], [-0.5], [0.5]]);
    const net = [
      { W: tensor([[2]]), b: tensor([0]) },
      { W: tensor([[3]]), b: tensor([1]) },
    ];
    await call("mlpForward", x, net, ["step"]).gives([x, tensor([[1], [0], [1]]), tensor([[4], [1], [4]])]);
  });

  fact("too few or too many activations are an error that mentions the hidden layers", async ({ call }) => {
    const x = tensor([[1, 1]]);
    await call("mlpForward", x, layers, []).throws(/hidden/);
    await call("mlpForward", x, layers, ["relu", "relu"]).throws(/hidden/);
  });

  property("three layers with two activations of their own", { points: 5 }, (bench) => follow(bench, 3));

  property("any number of layers", { points: 4, runs: 30 }, (bench) => follow(bench, bench.draw.int(1, 5)));
});

import { type Bench, type Draw, differences, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

interface Net {
  W1: TensorValue;
  b1: TensorValue;
  W2: TensorValue;
  b2: TensorValue;
}
interface Problem {
  readonly net: Net;
  readonly x: TensorValue;
  readonly labels: readonly number[];
}

/** x W + b, entry by entry, plus a nudge of each entry. */
function affine(x: TensorValue, W: TensorValue, b: TensorValue, nudge: TensorValue): TensorValue {
  const [[B, D], K] = [x.shape, W.shape[1]];
  const data = Float64Array.from(nudge.data);
  for (let i = 0; i < B; i++)
    for (let j = 0; j < K; j++) {
      data[i * K + j] += b.data[j];
      for (let k = 0; k < D; k++) data[i * K + j] += x.data[i * D + k] * W.data[k * K + j];
    }
  return { shape: [B, K], data };
}

/** The mean cross-entropy, in float64, with nudges of what goes into the hidden units and of the scores. */
function lossOf({ net, x, labels }: Problem, nudges: { z: TensorValue; s: TensorValue }): number {
  const z = affine(x, net.W1, net.b1, nudges.z);
  const h = { shape: z.shape, data: Float64Array.from(z.data, Math.tanh) };
  const { data: s } = affine(h, net.W2, net.b2, nudges.s);
  const K = net.b2.data.length;
  const rows = labels.map((label, i) => {
    const row = Array.from(s.subarray(i * K, i * K + K));
    const top = Math.max(...row);
    return top + Math.log(row.reduce((sum, v) => sum + Math.exp(v - top), 0)) - row[label];
  });
  return rows.reduce((a, b) => a + b, 0) / rows.length;
}

/** All slopes by definition: nudge everything, one number at a time. */
function definition(problem: Problem) {
  const { net, labels } = problem;
  const zeros = (columns: number): TensorValue => tensorOf([labels.length, columns], () => 0);
  const none = { z: zeros(net.b1.data.length), s: zeros(net.b2.data.length) };
  const wrt = (part: keyof Net): TensorValue =>
    differences((t) => lossOf({ ...problem, net: { ...net, [part]: t } }, none), net[part]);
  return {
    delta1: differences((z) => lossOf(problem, { ...none, z }), none.z),
    delta2: differences((s) => lossOf(problem, { ...none, s }), none.s),
    dW1: wrt("W1"),
    db1: wrt("b1"),
    dW2: wrt("W2"),
    db2: wrt("b2"),
  };
}

function drawn(draw: Draw, [B, D, H, K]: readonly number[]): Problem {
  const net = {
    W1: draw.tensor([D, H], { scale: 0.7 }),
    b1: draw.tensor([H], { scale: 0.5 }),
    W2: draw.tensor([H, K]),
    b2: draw.tensor([K], { scale: 0.5 }),
  };
  return { net, x: draw.tensor([B, D]), labels: draw.list(B, () => draw.int(0, K - 1)) };
}

type Answer = Bench<typeof import("./stub.ts")>;
async function asDefined({ call }: Answer, problem: Problem): Promise<void> {
  await call("backprop", problem.net, problem.x, problem.labels).gives(definition(problem));
}
const zero = (...shape: number[]): TensorValue => tensorOf(shape, () => 0);

export default suite<typeof import("./stub.ts")>(
  "E07.2",
  ({ example, fact, property }) => {
    example("one row, one hidden unit, two classes: the numbers of the statement", async ({ call }) => {
      const net = { W1: tensor([[0]]), b1: tensor([0]), W2: tensor([[2, -2]]), b2: tensor([0, 0]) };
      await call("backprop", net, tensor([[3]]), [0]).gives({
        delta1: tensor([[-2]]),
        delta2: tensor([[-0.5, 0.5]]),
        dW1: tensor([[-6]]),
        db1: tensor([-2]),
        dW2: tensor([[0, 0]]),
        db2: tensor([-0.5, 0.5]),
      });
    });

    fact("a row that is there twice changes no gradient of a weight; each copy has half the delta", async (bench) => {
      const { net, x, labels } = drawn(bench.draw, [1, 2, 3, 2]);
      const twice = { shape: [2, 2], data: Float32Array.from([...x.data, ...x.data]) };
      await asDefined(bench, { net, x: twice, labels: [labels[0], labels[0]] });
    });

    fact("where tanh is flat, nothing gets through to the first layer", async ({ call, holds }) => {
      const net = { W1: tensor([[40]]), b1: tensor([0]), W2: tensor([[1, -1]]), b2: tensor([0, 0]) };
      const slopes = await call("backprop", net, tensor([[2], [-3]]), [0, 1]);
      holds("delta1", slopes.delta1, zero(2, 1));
      holds("dW1", slopes.dW1, zero(1, 1));
      const missed = 1 / (1 + Math.exp(2)) / 2; // each row gives its class 1 / (1 + e⁻²)
      holds("dW2", slopes.dW2, tensor([[-2 * missed, 2 * missed]]));
    });

    fact("with as many hidden units as classes too, W2 is passed backwards", async (bench) => {
      await asDefined(bench, drawn(bench.draw, [2, 3, 3, 3]));
    });

    fact("as many rows as units and classes: sums go over the rows", async (bench) => {
      await asDefined(bench, drawn(bench.draw, [3, 3, 3, 3]));
    });

    property("one row: deltas and gradients are the slopes of the loss", { points: 4, runs: 20 }, async (bench) => {
      const { draw } = bench;
      await asDefined(bench, drawn(draw, [1, draw.int(1, 4), draw.int(1, 4), draw.int(2, 4)]));
    });

    property("five rows and others: so they are for a batch", { points: 5, runs: 20 }, async (bench) => {
      const { draw } = bench;
      await asDefined(bench, drawn(draw, [draw.pick([2, 3, 5, 5]), draw.int(1, 4), draw.int(1, 4), draw.int(2, 4)]));
    });

    fact("zeros in, zeros back: rows of zeros give no gradient to W1", async ({ call, holds }) => {
      const net = { W1: tensor([[1, 2]]), b1: tensor([0.5, -0.5]), W2: tensor([[1], [3]]), b2: tensor([0]) };
      const slopes = await call("backprop", net, tensor([[0], [0]]), [0, 0]);
      holds("dW1", slopes.dW1, zero(1, 2));
      holds("db2, with a single class", slopes.db2, zero(1));
    });

    fact("a row that is surely right has a delta of 0, one that is surely wrong has not", async ({ call, holds }) => {
      const net = { W1: tensor([[0]]), b1: tensor([0]), W2: tensor([[0, 0]]), b2: tensor([30, -30]) };
      const { delta2 } = await call("backprop", net, tensor([[1], [1]]), [0, 1]);
      holds(
        "delta2",
        delta2,
        tensor([
          [0, 0],
          [0.5, -0.5],
        ]),
      );
    });
  },
  { tol: 1e-4 },
);

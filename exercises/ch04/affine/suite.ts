import { type Draw, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

/** Σᵢ xᵢ Wᵢⱼ + bⱼ, entry by entry. */
function definition(x: TensorValue, W: TensorValue, b: TensorValue): TensorValue {
  const [nIn, nOut] = W.shape;
  const lead = x.shape.slice(0, -1);
  const data = Float64Array.from({ length: (x.data.length / nIn) * nOut }, (_, k) => {
    const [row, j] = [Math.floor(k / nOut), k % nOut];
    let sum = b.data[j];
    for (let i = 0; i < nIn; i++) sum += x.data[row * nIn + i] * W.data[i * nOut + j];
    return sum;
  });
  return { shape: [...lead, nOut], data };
}

type Layer = { W: TensorValue; b: TensorValue };
const layer = (draw: Draw, nIn: number, nOut: number): Layer => ({
  W: draw.tensor([nIn, nOut]),
  b: draw.tensor([nOut], { scale: 2 }),
});
function stack(draw: Draw, nIn: number): Layer[] {
  let width = nIn;
  return draw.list(draw.int(2, 3), () => {
    const next = draw.int(1, 4);
    const made = layer(draw, width, next);
    width = next;
    return made;
  });
}

const W = tensor([
  [1, 0, 2],
  [3, 4, 0],
]);
const b = tensor([10, 20, 30]);

export default suite<typeof import("./stub.ts")>(
  "E04.1",
  ({ example, fact, property }) => {
    example("[[1, 2]] gives [[17, 28, 32]], and one example without a batch [17, 28, 32]", async ({ call }) => {
      await call("affine", tensor([[1, 2]]), W, b).gives(tensor([[17, 28, 32]]));
      await call("affine", tensor([1, 2]), W, b).gives(tensor([17, 28, 32]));
    });

    fact("where x is 0 every row is the bias", async ({ call }) => {
      await call(
        "affine",
        tensorOf([3, 2], () => 0),
        W,
        b,
      ).gives(tensorOf([3, 3], ([, j]) => b.data[j]));
      await call(
        "affine",
        tensorOf([2, 2, 2], () => 0),
        W,
        b,
      ).gives(tensorOf([2, 2, 3], ([, , j]) => b.data[j]));
    });

    fact("features that W does not take are an error with both sizes", async ({ call }) => {
      const x = tensor([[1, 2, 3]]);
      await call("affine", x, tensor([[1], [2], [3], [4]]), tensor([5])).throws(/3.*4|4.*3/s);
      await call("affine", x, tensor([[1], [2], [3], [4]]), tensor([5])).throws(/features/);
      await call(
        "affine",
        tensorOf([2, 4], () => 1),
        W,
        b,
      ).throws(/features/);
    });

    fact("a b that is not one number for each output is an error, even if it would broadcast", async ({ call }) => {
      await call("affine", tensor([[1, 2]]), W, tensor([10, 20])).throws(/\bb\b/);
      await call("affine", tensor([[1, 2]]), W, tensor([10])).throws(/\bb\b/);
      await call("affine", tensor([[1, 2]]), W, tensor([[10, 20, 30]])).throws(/\bb\b/);
    });

    property("every entry is its weighted sum plus its bias", { points: 4 }, async ({ call, draw }) => {
      const { W, b } = layer(draw, draw.int(1, 4), draw.int(1, 4));
      const x = draw.tensor([...draw.shape({ rank: [0, 2], size: [1, 4] }), W.shape[0]]);
      await call("affine", x, W, b).gives(definition(x, W, b));
    });

    example("two layers: [1, 2] becomes [17, 28, 32] and then [-4, 45]", async ({ call }) => {
      const second = {
        W: tensor([
          [1, 0],
          [0, 1],
          [-1, 0.5],
        ]),
        b: tensor([11, 1]),
      };
      await call("affineStack", tensor([[1, 2]]), [{ W, b }, second]).gives(tensor([[-4, 45]]));
    });

    fact("no layers change nothing", async ({ call }) => {
      await call("affineStack", tensor([[1, -2]]), []).gives(tensor([[1, -2]]));
    });

    property(
      "a stack applies layer after layer, each with its own bias",
      { points: 3, runs: 30 },
      async ({ call, draw }) => {
        const nIn = draw.int(1, 4);
        const x = draw.tensor([...draw.shape({ rank: [1, 2], size: [1, 3] }), nIn]);
        const layers = stack(draw, nIn);
        const want = layers.reduce((h, { W, b }) => definition(h, W, b), x);
        await call("affineStack", x, layers).gives(want);
      },
    );
  },
  { tol: 1e-5 },
);

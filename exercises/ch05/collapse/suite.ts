import { type Draw, suite, type TensorValue, tensor, tensorOf } from "@termwise/check";

type Layer = { W: TensorValue; b: TensorValue };
type Activation = "relu" | "identity";
type Step = Layer & { activation: Activation };

/** What layers in a row give for one row. */
function output(layers: readonly Layer[], x: readonly number[]): number[] {
  return layers.reduce(
    (h, { W, b }) => {
      const [nIn, nOut] = W.shape;
      return Array.from({ length: nOut }, (_, j) => {
        let sum = b.data[j];
        for (let i = 0; i < nIn; i++) sum += h[i] * W.data[i * nOut + j];
        return sum;
      });
    },
    [...x],
  );
}
/** The affine map seen from outside: at 0 it is b, and each unit row adds one row of W. */
function single(layers: readonly Layer[]): Layer {
  const nIn = layers[0].W.shape[0];
  const b = output(layers, Array<number>(nIn).fill(0));
  const rows = Array.from({ length: nIn }, (_, i) =>
    output(
      layers,
      Array.from({ length: nIn }, (_, k) => Number(k === i)),
    ),
  );
  return {
    W: tensorOf([nIn, b.length], ([i, j]) => rows[i][j] - b[j]),
    b: tensorOf([b.length], ([j]) => b[j]),
  };
}
/** Cut behind every relu. */
function short(network: readonly Step[]): Step[] {
  const ends = network.flatMap(({ activation }, k) =>
    activation === "relu" || k === network.length - 1 ? [k + 1] : [],
  );
  return ends.map((end, n) => ({
    ...single(network.slice(n === 0 ? 0 : ends[n - 1], end)),
    activation: network[end - 1].activation,
  }));
}

/** Small whole numbers: products are exact. */
const whole = (draw: Draw, shape: readonly number[]): TensorValue => tensorOf(shape, () => draw.int(-3, 3));
function stack(draw: Draw, count: number): Layer[] {
  const equal = draw.chance(0.3) ? draw.int(1, 3) : 0;
  const sizes = draw.list(count + 1, () => equal || draw.int(1, 4));
  return draw.list(count, (k) => ({ W: whole(draw, [sizes[k], sizes[k + 1]]), b: whole(draw, [sizes[k + 1]]) }));
}
const network = (draw: Draw, count: number): Step[] =>
  stack(draw, count).map((layer) => ({ ...layer, activation: draw.chance(0.6) ? "identity" : "relu" }));

const first: Layer = { W: tensor([[2]]), b: tensor([1]) };
const second: Layer = { W: tensor([[3]]), b: tensor([-4]) };
const with_ = (layer: Layer, activation: Activation): Step => ({ ...layer, activation });

export default suite<typeof import("./stub.ts")>("E05.5", ({ example, fact, property }) => {
  example("2x + 1 and then 3x - 4 are 6x - 1", async ({ call }) => {
    await call("collapse", [first, second]).gives({ W: tensor([[6]]), b: tensor([-1]) });
  });

  example("a relu keeps layers apart, an identity does not", async ({ call }) => {
    await call("shorten", [with_(first, "identity"), with_(second, "relu")]).gives([
      { W: tensor([[6]]), b: tensor([-1]), activation: "relu" },
    ]);
    const apart = [with_(first, "relu"), with_(second, "identity")];
    await call("shorten", apart).gives(apart);
  });

  fact("one layer is itself, an empty network is empty", async ({ call }) => {
    await call("collapse", [second]).gives(second);
    await call("shorten", [with_(first, "identity")]).gives([with_(first, "identity")]);
    await call("shorten", []).gives([]);
  });

  fact("a narrow layer in the middle leaves its traces: the shapes are those of the ends", async ({ call }) => {
    const narrow = { W: tensor([[1], [2], [-1]]), b: tensor([3]) };
    const wide = { W: tensor([[2, 0, 1, -1]]), b: tensor([1, 1, 0, 5]) };
    await call("collapse", [narrow, wide]).gives(single([narrow, wide]));
    await call("collapse", [
      wide,
      {
        W: tensor([
          [1, 0],
          [0, 1],
          [2, 0],
          [0, -1],
        ]),
        b: tensor([4, -4]),
      },
    ]).gives(
      single([
        wide,
        {
          W: tensor([
            [1, 0],
            [0, 1],
            [2, 0],
            [0, -1],
          ]),
          b: tensor([4, -4]),
        },
      ]),
    );
  });

  fact("layers that do not fit are an error with both numbers", async ({ call }) => {
    const three = { W: tensor([[1, 2, 3]]), b: tensor([0, 0, 0]) };
    const two = { W: tensor([[1], [2]]), b: tensor([0]) };
    await call("collapse", [three, two]).throws(/3.*2|2.*3/s);
    await call("collapse", [two, first, three, two]).throws(/3.*2|2.*3/s);
    await call("shorten", [with_(three, "identity"), with_(two, "relu")]).throws(/3.*2|2.*3/s);
    await call("shorten", [with_(three, "relu"), with_(two, "identity")]).throws(/3.*2|2.*3/s);
  });

  property("a stack of any height is one layer", { points: 5 }, async ({ call, draw }) => {
    const layers = stack(draw, draw.int(2, 4));
    await call("collapse", layers).gives(single(layers));
  });

  property("a network is cut at its relus and nowhere else", { points: 5 }, async ({ call, draw }) => {
    const layers = network(draw, draw.int(2, 6));
    await call("shorten", layers).gives(short(layers));
  });
});

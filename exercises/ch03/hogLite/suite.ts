import { type Draw, suite } from "@termwise/check";

type Image = number[][];
interface Options {
  cell: number;
  bins: number;
}

/** By the definition: the sector is found by comparing cross products, so that no angle is ever computed. */
function histograms(image: Image, { cell, bins }: Options): number[] {
  const pixel = (y: number, x: number): number => (y in image && x in image[y] ? image[y][x] : 0);
  const across = image[0].length / cell;
  const features = new Array<number>((image.length / cell) * across * bins).fill(0);
  for (const [y, row] of image.entries()) {
    for (const x of row.keys()) {
      let [dx, dy] = [pixel(y, x + 1) - pixel(y, x - 1), pixel(y + 1, x) - pixel(y - 1, x)];
      if (dy < 0 || (dy === 0 && dx < 0)) [dx, dy] = [-dx, -dy];
      const after = (k: number): boolean =>
        Math.cos((k * Math.PI) / bins) * dy - Math.sin((k * Math.PI) / bins) * dx >= -1e-9;
      let sector = 0;
      while (sector + 1 < bins && after(sector + 1)) sector++;
      features[(Math.floor(y / cell) * across + Math.floor(x / cell)) * bins + sector] += Math.sqrt(dx * dx + dy * dy);
    }
  }
  return features.map((f, k) => {
    const from = k - (k % bins);
    const length = Math.sqrt(features.slice(from, from + bins).reduce((s, v) => s + v * v, 0));
    return length === 0 ? 0 : f / length;
  });
}

const picture = (draw: Draw, H: number, W: number): Image =>
  draw.list(H, () => draw.list(W, () => (draw.chance(0.3) ? 0 : draw.int(0, 16))));
const transposed = (image: Image): Image => image[0].map((_, x) => image.map((row) => row[x]));

export default suite<typeof import("./stub.ts")>(
  "E03.7",
  ({ example, fact, property }) => {
    const edge = Array.from({ length: 4 }, () => [0, 0, 4, 4]);
    example("an upright edge in four squares of two sectors", async ({ call }) => {
      await call("hog", edge, { cell: 2, bins: 2 }).gives(histograms(edge, { cell: 2, bins: 2 }));
    });

    fact("an empty picture has features 0", async ({ call }) => {
      await call(
        "hog",
        [
          [0, 0],
          [0, 0],
        ],
        { cell: 2, bins: 3 },
      ).gives([0, 0, 0]);
    });

    fact("a stroke brighter or darker than its surroundings has the same directions", async ({ call }) => {
      const [up, down] = [[[0, 2, 4, 6]], [[6, 4, 2, 0]]];
      const inside = (image: Image): Image => Array.from({ length: 4 }, () => image[0]);
      await call("hog", inside(up), { cell: 4, bins: 4 }).gives(histograms(inside(up), { cell: 4, bins: 4 }));
      await call("hog", inside(down), { cell: 4, bins: 4 }).gives(histograms(inside(down), { cell: 4, bins: 4 }));
    });

    fact("a ramp in each of the directions falls into its sector", async ({ call, holds }) => {
      const ramp = (a: number, b: number): Image =>
        Array.from({ length: 6 }, (_, y) => Array.from({ length: 6 }, (_, x) => 50 + a * x + b * y));
      for (const [a, b, sector] of [
        [2, 1, 0],
        [1, 2, 1],
        [-1, 2, 2],
        [-2, 1, 3],
        [2, -1, 3],
        [-1, -2, 1],
      ]) {
        const features: number[] = await call("hog", ramp(a, b), { cell: 2, bins: 4 });
        const middle = features.slice(16, 20);
        holds(
          `the middle square of a ramp (${a}, ${b})`,
          middle,
          [0, 1, 2, 3].map((k) => (k === sector ? 1 : 0)),
        );
      }
    });

    property("features are the histograms of the definition", { points: 6, runs: 25 }, async ({ call, draw }) => {
      const options = { cell: draw.int(1, 3), bins: draw.int(1, 5) };
      const image = picture(draw, options.cell * draw.int(1, 3), options.cell * draw.int(1, 3));
      await call("hog", image, options).gives(histograms(image, options));
    });

    property("a fainter picture has the same features", { points: 2, runs: 10 }, async ({ call, draw }) => {
      const image = picture(draw, 4, 4);
      const options = { cell: 2, bins: draw.int(2, 5) };
      const want = histograms(image, options);
      await call(
        "hog",
        image.map((row) => row.map((v) => v / 8)),
        options,
      ).gives(want);
    });

    property(
      "a picture reflected across its diagonal has the features of the definition too",
      { points: 2, runs: 10 },
      async ({ call, draw }) => {
        const image = picture(draw, 4, 4);
        await call("hog", transposed(image), { cell: 2, bins: 3 }).gives(
          histograms(transposed(image), { cell: 2, bins: 3 }),
        );
      },
    );
  },
  { tol: 1e-6 },
);

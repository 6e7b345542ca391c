import { type Draw, suite } from "@termwise/check";

interface Moments {
  n: number;
  mean: number;
  m2: number;
}

/** By the definition, in two passes around the first number: exact for whole numbers. */
function moments(x: readonly number[]): Moments {
  const [n, origin] = [x.length, x[0] ?? 0];
  const mean = n === 0 ? 0 : x.reduce((s, v) => s + (v - origin), 0) / n;
  const m2 = x.reduce((s, v) => s + (v - origin - mean) ** 2, 0);
  return { n, mean: n === 0 ? 0 : origin + mean, m2 };
}

const numbers = (draw: Draw, count: number): number[] => {
  const place = draw.pick([0, 3, -20]);
  return draw.list(count, () => place + draw.int(-6, 6) / 2);
};
const nothing: Moments = { n: 0, mean: 0, m2: 0 };

export default suite<typeof import("./stub.ts")>("E02.3", ({ example, fact, property }) => {
  example("2 and 6 have mean 4 and variance 4; with 10 the mean is 6", async ({ call }) => {
    await call("push", { n: 1, mean: 2, m2: 0 }, 6).gives({ n: 2, mean: 4, m2: 8 });
    await call("variance", { n: 2, mean: 4, m2: 8 }).gives(4);
    await call("merge", { n: 2, mean: 4, m2: 8 }, { n: 1, mean: 10, m2: 0 }).gives({ n: 3, mean: 6, m2: 32 });
  });

  fact("one number has variance 0, no number has none", async ({ call }) => {
    await call("push", nothing, 7).gives({ n: 1, mean: 7, m2: 0 });
    await call("variance", { n: 1, mean: 7, m2: 0 }).gives(0);
    await call("variance", nothing).gives(NaN);
  });

  fact("numbers near a thousand million keep their variance", async ({ call }) => {
    let seen: Moments = nothing;
    for (const x of [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]) seen = await call("push", seen, x);
    await call("variance", seen).gives(22.5);
    const [a, b] = [moments([1e9 + 4, 1e9 + 7]), moments([1e9 + 13, 1e9 + 16])];
    await call("merge", a, b).gives({ n: 4, mean: 1e9 + 10, m2: 90 });
  });

  fact("merging with nothing changes nothing, on either side", async ({ call }) => {
    const some = moments([1, 2, 6]);
    await call("merge", some, nothing).gives(some);
    await call("merge", nothing, some).gives(some);
    await call("merge", nothing, nothing).gives(nothing);
  });

  property("number by number gives what two passes give", { points: 3 }, async ({ call, draw }) => {
    const x = numbers(draw, draw.int(1, 8));
    let seen: Moments = nothing;
    for (const v of x) seen = await call("push", seen, v);
    await call("push", moments(x.slice(0, -1)), x[x.length - 1]).gives(moments(x));
    await call("variance", seen).gives(moments(x).m2 / x.length);
  });

  property("merging gives what one pass over everything gives", { points: 3 }, async ({ call, draw }) => {
    const [x, y] = [numbers(draw, draw.int(1, 6)), numbers(draw, draw.int(1, 6))];
    await call("merge", moments(x), moments(y)).gives(moments([...x, ...y]));
    const around = [-y.length, y.length]; // mean 0, and yet not nothing
    await call("merge", moments(around), moments(y)).gives(moments([...around, ...y]));
    await call("merge", moments(y), moments(around)).gives(moments([...y, ...around]));
  });

  property("the variance divides by the number of numbers", { points: 2 }, async ({ call, draw }) => {
    const x = numbers(draw, draw.int(2, 7));
    await call("variance", moments(x)).gives(moments(x).m2 / x.length);
  });
});

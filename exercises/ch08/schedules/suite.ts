import { type Draw, suite } from "@termwise/check";

interface Plan {
  peak: number;
  floor: number;
  warmUp: number;
  steps: number;
}
/** By the definition. */
function rate(t: number, { peak, floor, warmUp, steps }: Plan): number {
  if (t < warmUp) return (peak / warmUp) * (t + 1);
  if (t >= steps) return floor;
  return floor + ((peak - floor) / 2) * (1 + Math.cos((Math.PI * (t - warmUp)) / (steps - warmUp)));
}
function plan(draw: Draw): Plan {
  const warmUp = draw.int(0, 9);
  const peak = draw.pick([0.1, 0.8, 3]);
  return { peak, floor: peak * draw.pick([0, 0.1, 0.25]), warmUp, steps: warmUp + draw.int(3, 20) };
}

export default suite<typeof import("./stub.ts")>("E08.4", ({ example, fact, property }) => {
  const short = { peak: 0.8, floor: 0.2, warmUp: 4, steps: 12 };
  const stairs = { lr: 0.5, factor: 0.1, everyEpochs: 2, stepsPerEpoch: 10 };
  example("four steps up, eight down, and a tenth after every two epochs", async ({ call }) => {
    for (const [t, lr] of [
      [0, 0.2],
      [3, 0.8],
      [4, 0.8],
      [8, 0.5],
      [12, 0.2],
      [99, 0.2],
    ]) {
      await call("warmUpCosine", t, short).gives(lr);
    }
    await call("stepDecay", 19, stairs).gives(0.5);
    await call("stepDecay", 20, stairs).gives(0.05);
    await call("robbinsMonro", "power", 0).gives({ far: true, quiet: false });
  });

  fact("the first step moves, and nothing jumps where the warm-up ends", async ({ call, holds }) => {
    const long = { peak: 1, floor: 0, warmUp: 100, steps: 1100 };
    const before = await call("warmUpCosine", 99, long);
    const after = await call("warmUpCosine", 100, long);
    const next = await call("warmUpCosine", 101, long);
    await call("warmUpCosine", 0, long).gives(0.01);
    holds(
      "jumps at the end of the warm-up",
      [Math.abs(after - before) < 0.011, Math.abs(next - after) < 0.011],
      [true, true],
    );
    holds("rates there", [before, after], [1, 1]);
  });

  fact("without warm-up the first step has the peak", async ({ call }) => {
    const straight = { peak: 2, floor: 0.5, warmUp: 0, steps: 4 };
    await call("warmUpCosine", 0, straight).gives(2);
    await call("warmUpCosine", 2, straight).gives(1.25);
    await call("warmUpCosine", 4, straight).gives(0.5);
    await call("warmUpCosine", 0, { ...straight, warmUp: 1 }).gives(2);
  });

  fact("the rate does not rise again at the end", async ({ call }) => {
    const down = { peak: 1, floor: 0, warmUp: 2, steps: 10 };
    for (const t of [10, 11, 14, 18, 26]) await call("warmUpCosine", t, down).gives(0);
  });

  fact("an epoch has many steps, and all of them the same rate", async ({ call }) => {
    const one = { lr: 8, factor: 0.5, everyEpochs: 1, stepsPerEpoch: 3 };
    for (const [t, lr] of [
      [0, 8],
      [1, 8],
      [2, 8],
      [3, 4],
      [5, 4],
      [6, 2],
      [9, 1],
    ]) {
      await call("stepDecay", t, one).gives(lr);
    }
  });

  fact("which powers of 1/t go far, and which grow quiet", async ({ call }) => {
    await call("robbinsMonro", "power", 1).gives({ far: true, quiet: true });
    await call("robbinsMonro", "power", 0.75).gives({ far: true, quiet: true });
    await call("robbinsMonro", "power", 0.5).gives({ far: true, quiet: false });
    await call("robbinsMonro", "power", 0.25).gives({ far: true, quiet: false });
    await call("robbinsMonro", "power", 1.125).gives({ far: false, quiet: true });
    await call("robbinsMonro", "power", 2).gives({ far: false, quiet: true });
  });

  fact("a rate that falls by a fixed share grows quiet too early", async ({ call }) => {
    await call("robbinsMonro", "geometric", 0.999).gives({ far: false, quiet: true });
    await call("robbinsMonro", "geometric", 0.5).gives({ far: false, quiet: true });
    await call("robbinsMonro", "geometric", 1).gives({ far: true, quiet: false });
  });

  property("warm-up and cosine are as defined at every step", { points: 3 }, async ({ call, draw }) => {
    const where = plan(draw);
    for (const t of [draw.int(0, where.warmUp), draw.int(where.warmUp, where.steps), draw.int(0, where.steps + 9)]) {
      await call("warmUpCosine", t, where).gives(rate(t, where));
    }
  });

  property("after the warm-up the rate never rises", { points: 1, runs: 10 }, async ({ call, draw, given, holds }) => {
    const where = plan(draw);
    given("schedule", where);
    const rates: number[] = [];
    for (let t = where.warmUp; t < where.steps + 4; t++) rates.push(await call("warmUpCosine", t, where));
    holds(
      "falls or stays",
      rates.every((r, k) => k === 0 || r <= rates[k - 1] + 1e-12),
      true,
    );
    holds("last rates", rates.slice(-4), [where.floor, where.floor, where.floor, where.floor]);
  });

  property("step decay counts whole epochs", { points: 3 }, async ({ call, draw }) => {
    const at = {
      lr: draw.pick([1, 0.1, 4]),
      factor: draw.pick([0.5, 0.1, 0.8]),
      everyEpochs: draw.int(1, 4),
      stepsPerEpoch: draw.int(1, 6),
    };
    const t = draw.int(0, 60);
    let want = at.lr;
    for (let s = at.everyEpochs * at.stepsPerEpoch; s <= t; s += at.everyEpochs * at.stepsPerEpoch) want *= at.factor;
    await call("stepDecay", t, at).gives(want);
  });
});

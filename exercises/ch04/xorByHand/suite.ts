import { type Bench, suite } from "@termwise/check";

interface Asked {
  weights: number[];
  bias: number;
  inputs: number[];
  gave: number;
}
/** A threshold unit that remembers what it was asked. */
function recorded() {
  const asked: Asked[] = [];
  const unit = (weights: number[], bias: number, inputs: readonly number[]): number => {
    if (weights.length !== inputs.length) throw new Error(`unit: ${weights.length} weights, ${inputs.length} inputs`);
    const gave = inputs.reduce((sum, v, i) => sum + v * weights[i], bias) >= 0 ? 1 : 0;
    asked.push({ weights: [...weights], bias, inputs: [...inputs], gave });
    return gave;
  };
  return { unit, asked };
}
const CORNERS = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

type Coding = { off: number; on: number };
type B = Bench<typeof import("./stub.ts")>;
/** Asks for one input whose clean values are known, and returns what the units were asked. */
async function ask({ call }: B, x: number[], clean: readonly number[], coding: Coding): Promise<Asked[]> {
  const { unit, asked } = recorded();
  await call("xorByHand", x, coding, unit).gives(clean[0] === clean[1] ? 0 : 1);
  return asked;
}
const at = (clean: readonly number[], { off, on }: Coding): number[] => clean.map((v) => (v === 1 ? on : off));

export default suite<typeof import("./stub.ts")>("E04.4", ({ example, fact, property }) => {
  example("the four inputs of 0 and 1", async (bench) => {
    for (const clean of CORNERS) await ask(bench, [...clean], clean, { off: 0, on: 1 });
  });

  example("inputs of -1 and 1, and inputs that arrive with noise", async (bench) => {
    for (const clean of CORNERS) await ask(bench, at(clean, { off: -1, on: 1 }), clean, { off: -1, on: 1 });
    await ask(bench, [0.9, 0.15], [1, 0], { off: 0, on: 1 });
  });

  fact("the network is 2-2-1: two units look at x, and one at what they gave", { points: 2 }, async (bench) => {
    for (const [clean, coding] of [
      [[1, 0], { off: 0, on: 1 }],
      [[1, 1], { off: 2, on: 5 }],
    ] as const) {
      const x = at(clean, coding);
      const asked = await ask(bench, x, clean, coding);
      const [hidden, output] = [asked.slice(0, -1), asked.at(-1)];
      bench.holds("units used", asked.length, 3);
      bench.holds(
        "what the hidden units look at",
        hidden.map((u) => u.inputs),
        [x, x],
      );
      const seen = [...(output?.inputs ?? [])].sort();
      bench.holds("what the output unit looks at", seen, hidden.map((u) => u.gave).sort());
    }
  });

  fact("what the output unit gives is the result", async (bench) => {
    for (const clean of CORNERS) {
      const coding = { off: 0, on: 1 };
      const asked = await ask(bench, [...clean], clean, coding);
      bench.holds("the output unit", asked.at(-1)?.gave ?? NaN, clean[0] === clean[1] ? 0 : 1);
    }
  });

  property("weights and biases are the same for every input", { runs: 8, points: 2 }, async (bench) => {
    const { call, draw } = bench;
    const off = draw.pick([0, 0, -1, 2]);
    const coding = { off, on: off + draw.int(1, 4) };
    const nets: string[] = [];
    const keep = (asked: Asked[]) => nets.push(JSON.stringify(asked.map(({ weights, bias }) => [weights, bias])));
    for (const clean of CORNERS) {
      keep(await ask(bench, at(clean, coding), clean, coding));
      // What a noisy input gives is for another test; here only the network is looked at.
      const { unit, asked } = recorded();
      const noise = 0.2 * (coding.on - off);
      const x = at(clean, coding).map((v) => v + noise * draw.number(-1, 1));
      await call("xorByHand", x, coding, unit);
      keep(asked);
    }
    bench.holds("different networks", new Set(nets).size, 1);
  });

  property("any two numbers may stand for off and on", { points: 3, runs: 40 }, async (bench) => {
    const { draw } = bench;
    const off = draw.pick([-3, -1, -0.5, 0, 0, 0.5, 2, 10]);
    const coding = { off, on: off + draw.pick([0.25, 0.5, 1, 1, 2, 6]) };
    const clean = draw.pick(CORNERS);
    await ask(bench, at(clean, coding), clean, coding);
  });

  property("noise of a fifth of the distance changes nothing", { points: 4, runs: 60 }, async (bench) => {
    const { draw } = bench;
    const off = draw.pick([-2, -1, 0, 0, 0, 1, 4]);
    const coding = { off, on: off + draw.pick([0.5, 1, 1, 1, 2, 8]) };
    const clean = draw.pick(CORNERS);
    const noise = 0.2 * (coding.on - off);
    const same = draw.pick([-1, 1]);
    const most = draw.chance(0.5); // both inputs as far off as they may be, in the same direction
    const x = at(clean, coding).map((v) => v + noise * (most ? 0.999 * same : draw.number(-1, 1)));
    await ask(bench, x, clean, coding);
  });
});

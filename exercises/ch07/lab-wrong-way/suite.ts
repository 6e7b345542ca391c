import { type Bench, suite } from "@termwise/check";
import { addTo, type Batch, copyOf, type Network, slopes } from "../../labs/network.ts";
import { drawnRun, FAULTS, problem } from "./runs.ts";
import type { Agreement, Fault, Recording } from "./stub.ts";
import { contradiction } from "./why.ts";

type Answer = Bench<typeof import("./stub.ts")>;

/** The losses and the weights by definition. */
function definition(start: Network, batches: readonly Batch[], lr: number): { losses: number[]; weights: Network } {
  const weights = copyOf(start);
  const losses = batches.map((batch) => {
    const { loss, gradient } = slopes(weights, batch);
    addTo(weights, gradient, -lr);
    return loss;
  });
  return { losses, weights };
}

const agrees: Agreement = { ratio: 1, cosine: 1 };
/** The run of the pictures, every twentieth step. */
const PICTURED: Recording = {
  loss: [2.32, 1.84, 1.46, 0.89, 0.65, 0.23],
  check: { W1: agrees, b1: { ratio: 1.3, cosine: 0.07 }, W2: agrees, b2: { ratio: 0, cosine: 0 } },
  rows: 10,
  through: 0,
  sums: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
};

async function name({ call }: Answer, run: Recording, fault: Fault): Promise<void> {
  await call("diagnose", run).gives(fault, { why: (got) => contradiction(run, got, fault) });
}
async function trained({ call, draw }: Answer, steps: number, square: boolean): Promise<void> {
  const { start, batches } = problem(draw, square);
  const [list, lr] = [batches(steps), draw.pick([0.05, 0.2, 0.4])];
  await call("train", start, list, { lr }).gives(definition(start, list, lr));
}

export default suite<typeof import("./stub.ts")>(
  "L07.2",
  ({ example, fact, property }) => {
    example("names the fault of the run in the pictures", async (bench) => {
      await name(bench, PICTURED, "sum over the wrong axis");
    });

    property("names the fault of any run", { points: 4, runs: 72 }, async (bench) => {
      const fault = FAULTS[bench.draw.int(0, FAULTS.length - 1)];
      await name(bench, drawnRun(bench.draw, fault), fault);
    });

    fact("a gradient is right if its angle and its length are", async (bench) => {
      const wrongAt = async (check: Partial<Recording["check"]>, fault: Fault, through = 0): Promise<void> =>
        name(
          bench,
          { ...PICTURED, through, check: { W1: agrees, b1: agrees, W2: agrees, b2: agrees, ...check } },
          fault,
        );
      await wrongAt({}, "nothing");
      const [aside, long, short] = [
        { ratio: 1, cosine: 0.5 },
        { ratio: 1.4, cosine: 1 },
        { ratio: 0.6, cosine: 1 },
      ];
      await wrongAt({ b1: aside, b2: aside }, "sum over the wrong axis");
      await wrongAt({ b1: long, b2: long }, "sum over the wrong axis");
      await wrongAt({ b1: short, b2: short }, "sum over the wrong axis");
      await wrongAt({ W1: aside }, "activation forgotten", 0.2);
      await wrongAt({ b1: long }, "weights not turned");
      await wrongAt({ W1: short, b1: short }, "activation forgotten", 0.2);
    });

    fact("two steps with as many rows as units and classes give the weights of the definition", async (bench) => {
      await trained(bench, 2, true);
    });

    fact("two steps with other numbers of rows, units and classes do too", async (bench) => {
      await trained(bench, 2, false);
    });

    property("losses and weights are those of the definition", { points: 4, runs: 12 }, async (bench) => {
      await trained(bench, bench.draw.int(2, 8), bench.draw.chance(0.5));
    });
  },
  { tol: 2e-4 },
);

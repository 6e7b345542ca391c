import { type Bench, suite } from "@termwise/check";
import { addTo, type Batch, copyOf, type Network, slopes } from "../../labs/network.ts";
import { drawnRun, FAULTS, problem } from "./runs.ts";
import type { Fault, Recording } from "./stub.ts";
import { contradiction } from "./why.ts";

type Answer = Bench<typeof import("./stub.ts")>;

/** The losses and the weights by definition: every step goes along the gradient of its own batch. */
function definition(start: Network, batches: readonly Batch[], lr: number): { losses: number[]; weights: Network } {
  const weights = copyOf(start);
  const losses = batches.map((batch) => {
    const { loss, gradient } = slopes(weights, batch);
    addTo(weights, gradient, -lr);
    return loss;
  });
  return { losses, weights };
}

/** Every tenth step of it. */
const PICTURED: Recording = {
  loss: [2.66, 1.81, 0.39, 0.57, 1.37, 0.87, 3.33],
  accuracy: [0.09, 0.51, 0.89, 0.88, 0.91, 0.9, 0.86],
  used: [1.77, 4.38, 5.99, 6.61, 8.08, 8.73, 10.11],
  alone: [1.77, 1.32, 0.91, 1.7, 2.11, 1.48, 4.99],
  along: [-1, -1, -1, -1, -1, -1, -1],
  dead: [0.13, 0.31, 0.38, 0.38, 0.38, 0.38, 0.38],
  moved: [0.23, 0.54, 0.69, 0.75, 0.85, 0.98, 1.16],
};

async function name({ call }: Answer, run: Recording, fault: Fault): Promise<void> {
  await call("diagnose", run).gives(fault, { why: (got) => contradiction(run, got, fault) });
}

export default suite<typeof import("./stub.ts")>(
  "L07.1",
  ({ example, fact, property }) => {
    example("names the fault of the run in the pictures", async (bench) => {
      await name(bench, PICTURED, "gradients add up");
    });

    fact("a loss that ends where it began has not risen", async (bench) => {
      const steady = {
        used: [1, 1, 1],
        alone: [1, 1, 1],
        along: [-1, -1, -1],
        dead: [0, 0, 0],
        moved: [0.1, 0.1, 0.1],
      };
      await name(bench, { ...steady, loss: [1.5, 1, 1.5], accuracy: [0.3, 0.5, 0.4] }, "nothing");
      await name(bench, { ...steady, loss: [1.5, 1, 1.6], accuracy: [0.3, 0.5, 0.4] }, "rate too high");
    });

    property("names the fault of any run of many steps", { points: 3, runs: 36 }, async (bench) => {
      const fault = FAULTS[bench.draw.int(0, FAULTS.length - 1)];
      await name(bench, drawnRun(bench.draw, fault, 15), fault);
    });

    property("names the fault after two steps", { points: 2, runs: 36 }, async (bench) => {
      const fault = FAULTS[bench.draw.int(0, FAULTS.length - 1)];
      await name(bench, drawnRun(bench.draw, fault, 2), fault);
    });

    fact("two steps on one batch give the weights that the definition gives", async ({ call, draw }) => {
      const { start, batches } = problem(draw);
      const [batch] = batches(1);
      await call("train", start, [batch, batch], { lr: 0.25 }).gives(definition(start, [batch, batch], 0.25));
    });

    property(
      "losses and weights are those of the definition, whatever the batches and the rate",
      { points: 4, runs: 15 },
      async ({ call, draw }) => {
        const { start, batches } = problem(draw);
        const [steps, lr] = [draw.int(3, 12), draw.pick([0.02, 0.1, 0.4])];
        const list = batches(steps);
        await call("train", start, list, { lr }).gives(definition(start, list, lr));
      },
    );
  },
  { tol: 2e-4 },
);

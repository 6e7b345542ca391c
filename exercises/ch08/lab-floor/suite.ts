import { type Bench, suite, type TensorValue } from "@termwise/check";
import { addTo, copyOf, forward, type Network, slopes, softmaxRows } from "../../labs/network.ts";
import { drawnRun, FAULTS, problem } from "./runs.ts";
import type { Fault, Recording } from "./stub.ts";
import { contradiction } from "./why.ts";

type Answer = Bench<typeof import("./stub.ts")>;

/** The run of the pictures, every twentieth epoch. */
const PICTURED: Recording = {
  loss: [2.306, 2.149, 1.984, 1.807, 1.718, 1.694, 1.684, 1.677],
  accuracy: [0.07, 0.32, 0.48, 0.62, 0.64, 0.64, 0.645, 0.65],
  change: [0.0094, 0.015, 0.0118, 0.01, 0.0045, 0.0026, 0.0018, 0.0015],
  outputs: [
    [0.0001, 0, 0.0002, 0.0012, 0.0025, 0.0001, 0, 0.9927, 0.0028, 0.0005],
    [0, 0, 0.0002, 0.9387, 0, 0.0005, 0, 0.0002, 0.0058, 0.0544],
    [0.0023, 0.0009, 0.0011, 0.0109, 0.0013, 0.9477, 0.0025, 0.0002, 0.0097, 0.0235],
  ],
  distinct: 16,
  shared: 0,
  paired: 1,
};

async function name({ call }: Answer, run: Recording, fault: Fault): Promise<void> {
  await call("diagnose", run).gives(fault, { why: (got) => contradiction(run, got, fault) });
}

interface Problem {
  readonly start: Network;
  readonly training: { readonly x: TensorValue; readonly labels: readonly number[] };
  readonly validation: { readonly x: TensorValue };
}

/** Losses and probabilities by definition. */
function definition({ start, training, validation }: Problem, { lr, epochs }: { lr: number; epochs: number }) {
  const net = copyOf(start);
  const losses = Array.from({ length: epochs }, () => {
    const { loss, gradient } = slopes(net, training);
    addTo(net, gradient, -lr);
    return loss;
  });
  return { losses, probabilities: softmaxRows(forward(net, validation.x).output) };
}

async function train({ call }: Answer, made: Problem, options: { lr: number; epochs: number }): Promise<void> {
  await call("fit", made.start, made.training, made.validation.x, options).gives(definition(made, options));
}

export default suite<typeof import("./stub.ts")>(
  "L08.1",
  ({ example, fact, property }) => {
    example("names the fault of the run in the pictures", async (bench) => {
      await name(bench, PICTURED, "softmax twice");
    });

    property("names the fault of any run", { points: 5, runs: 84 }, async (bench) => {
      const fault = bench.draw.pick([...FAULTS, "nothing" as const]);
      await name(bench, drawnRun(bench.draw, fault), fault);
    });

    fact("one epoch gives the loss and the probabilities that the definition gives", async (bench) => {
      await train(bench, problem(bench.draw), { lr: 0.5, epochs: 1 });
    });

    fact("200 epochs on clouds far apart bring the loss as near to 0 as the definition", async (bench) => {
      const x = { shape: [4, 2], data: Float32Array.from([2, 0, 0, 2, 2.5, 0, 0, 2.5]) };
      const made = { ...problem(bench.draw), training: { x, labels: [0, 1, 0, 1] }, validation: { x } };
      await train(bench, { ...made, start: small }, { lr: 0.2, epochs: 200 });
    });

    property(
      "losses and probabilities are those of the definition, whatever the rows and the rate",
      { points: 4, runs: 12 },
      async (bench) => {
        const { draw } = bench;
        await train(bench, problem(draw), { lr: draw.pick([0.05, 0.2, 0.5]), epochs: draw.int(2, 10) });
      },
    );
  },
  { tol: 5e-4 },
);

const small: Network = {
  W1: { shape: [2, 3], data: Float32Array.from([0.5, -0.4, 0.3, -0.2, 0.6, 0.4]) },
  b1: { shape: [3], data: Float32Array.from([0.1, 0, 0.1]) },
  W2: { shape: [3, 2], data: Float32Array.from([0.3, -0.3, -0.2, 0.4, 0.1, 0.2]) },
  b2: { shape: [2], data: Float32Array.from([0, 0.1]) },
};

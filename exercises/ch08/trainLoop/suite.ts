import { type Bench, live, suite } from "@termwise/check";

interface Script {
  losses: number[];
  maxEpochs: number;
  patience: number;
}

/** A model that follows a script: after epoch e its weights are [e, −e], and its loss is the script's e-th, higher in training mode. */
function scripted(losses: readonly number[]) {
  let epoch = 0;
  let mode = "none";
  const trained: string[] = [];
  const measured: string[] = [];
  const weights = live(new Float64Array([0, 0]));
  const model = {
    weights,
    setMode: (next: "train" | "evaluate"): void => void (mode = next),
    trainEpoch(): void {
      trained.push(mode);
      epoch++;
      weights.set([epoch, -epoch]);
    },
    validationLoss(): number {
      measured.push(mode);
      return (losses[epoch - 1] ?? 0) + (mode === "train" ? 0.25 : 0);
    },
  };
  return { model, weights, trained, measured };
}

/** The result by definition: the first epoch at which the last `patience` losses brought nothing lower. */
function expected({ losses, maxEpochs, patience }: Script) {
  const bestOf = (n: number): number =>
    losses.slice(0, n).reduce((best, loss, i) => (loss < (losses[best - 1] ?? Infinity) ? i + 1 : best), 0);
  let epochs = 1;
  while (epochs < maxEpochs && epochs - bestOf(epochs) < patience) epochs++;
  const bestEpoch = bestOf(epochs);
  return { epochs, bestEpoch, bestLoss: losses[bestEpoch - 1] ?? Infinity, losses: losses.slice(0, epochs) };
}

async function follow({ call, given, holds }: Bench<typeof import("./stub.ts")>, script: Script): Promise<void> {
  const { model, weights, trained, measured } = scripted(script.losses);
  const want = expected(script);
  given("losses", script.losses);
  await call("trainLoop", model, { maxEpochs: script.maxEpochs, patience: script.patience }).gives(want);
  holds("weights at the end", weights.slice(), [want.bestEpoch, -want.bestEpoch]);
  holds("modes during training", [...new Set(trained)], ["train"]);
  holds("modes during validation", [...new Set(measured)], ["evaluate"]);
  holds("epochs trained", trained.length, want.epochs);
}

export default suite<typeof import("./stub.ts")>("E08.3", ({ example, fact, property }) => {
  example("losses 5, 3, 4, 4 with patience 2 stop after 4 epochs with the weights of epoch 2", async (bench) => {
    await follow(bench, { losses: [5, 3, 4, 4, 1], maxEpochs: 10, patience: 2 });
  });

  fact("an improvement starts the patience anew", async (bench) => {
    await follow(bench, { losses: [5, 6, 4, 6, 3, 6, 6], maxEpochs: 10, patience: 2 });
  });

  fact("an equal loss is no improvement", async (bench) => {
    await follow(bench, { losses: [2, 2, 2, 2, 2], maxEpochs: 10, patience: 3 });
  });

  fact("NaN is no improvement; if nothing improves, the first weights come back", async (bench) => {
    await follow(bench, { losses: [NaN, NaN, 1], maxEpochs: 9, patience: 2 });
    await follow(bench, { losses: [3, NaN, 2, NaN, NaN], maxEpochs: 5, patience: 2 });
  });

  fact("with losses that always fall all maxEpochs run", async (bench) => {
    await follow(bench, { losses: [9, 8, 7, 6, 5, 4], maxEpochs: 5, patience: 1 });
  });

  property("any sequence of losses is followed as defined", { points: 7, runs: 60 }, async (bench) => {
    const { draw } = bench;
    const losses = draw.list(12, (e) => draw.int(1, 12) + 10 / (e + 1));
    await follow(bench, {
      losses: draw.chance(0.5) ? losses : losses.map(Math.round),
      maxEpochs: draw.int(1, 12),
      patience: draw.int(1, 4),
    });
  });
});

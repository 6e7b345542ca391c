/** The training loop as a function: epochs of batches, a schedule, validation, early stopping. Chapter 8 builds it. */
import { described } from "../core/described.ts";
import { ValueError } from "../core/errors.ts";
import type { Rng } from "../core/rng.ts";
import { batches } from "../data/batches.ts";
import type { Answers, Labelled } from "../data/labelled.ts";
import { type AnyModule, parameters } from "../nn/module.ts";
import type { Optimizer } from "../optim/optimizer.ts";
import type { Schedule } from "../optim/schedules.ts";
import { assign } from "../tensor/assign.ts";
import { evaluating, inTraining } from "../tensor/mode.ts";
import { scope } from "../tensor/scope.ts";
import { noGrad } from "../tensor/tape.ts";
import type { Tensor } from "../tensor/tensor.ts";

export interface FitOptions<Y extends Answers> {
  readonly train: Labelled<Y>;
  /** Examples to judge by after every epoch; needed for patience. */
  readonly validation?: Labelled<Y>;
  readonly optimizer: Optimizer;
  /** From what the model gives and what is right to one number, the mean over the examples. */
  readonly loss: (output: Tensor, y: Y) => Tensor;
  readonly epochs: number;
  readonly batchSize?: number;
  /** Shuffles the examples of each epoch. */
  readonly rng: Rng;
  /** The learning rate of every step, from 0; without it that of the optimiser. */
  readonly schedule?: Schedule;
  /** Stop after so many epochs without a lower validation loss, and take the best weights back. */
  readonly patience?: number;
  /** Another judgement of the validation examples, such as accuracy. */
  readonly metric?: (output: Tensor, y: Y) => number;
  /** Called after every epoch; `false` ends the training. */
  readonly onEpoch?: (epoch: EpochRecord) => unknown;
}

/** What is known after an epoch. */
export interface EpochRecord {
  /** Counted from 1. */
  readonly epoch: number;
  /** The mean loss of the epoch's batches, each measured before its step. */
  readonly trainLoss: number;
  readonly validationLoss?: number;
  readonly metric?: number;
}

export interface FitResult {
  readonly history: readonly EpochRecord[];
  /** The epoch with the lowest validation loss; without validation the last one. */
  readonly bestEpoch: number;
  /** How many times the weights were moved. */
  readonly steps: number;
}

/**
 * Trains a model. Shapes are those of the model and the loss. Throws ValueError where options do not fit, and when the loss
 * is no longer a finite number. Prechelt 1998 for the stopping; chapter 8.
 * @example
 * const rng = new Rng(1), model = linear(64, 10, { rng }), optimizer = sgd(parameters(model), { lr: 0.1 });
 * fit(model, { train: digits(), optimizer, loss: crossEntropy, epochs: 2, rng }).steps; // 58
 */
export function fit<Y extends Answers>(model: AnyModule & ((x: Tensor) => Tensor), options: FitOptions<Y>): FitResult {
  const {
    train,
    validation,
    optimizer,
    loss,
    epochs,
    batchSize = 64,
    rng,
    schedule,
    patience,
    metric,
    onEpoch,
  } = options;
  checkOptions(options);
  const history: EpochRecord[] = [];
  const best = { loss: Infinity, epoch: 0, weights: null as Tensor[] | null };
  const weights = parameters(model);
  const count = { steps: 0 };
  // #region fit
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const sum = { loss: 0, examples: 0 };
    for (const [x, y] of batches(train, { size: batchSize, rng })) {
      if (schedule) optimizer.lr = schedule(count.steps);
      const at = { epoch, step: count.steps + 1, lr: optimizer.lr };
      const value = inTraining(() => step(model, x, y, { loss, optimizer, at }));
      sum.loss += value * x.shape[0];
      sum.examples += x.shape[0];
      count.steps++;
    }
    const judged = validation && judge(model, validation, { loss, metric });
    const record = { epoch, trainLoss: sum.loss / sum.examples, ...judged };
    history.push(record);
    if (!judged || judged.validationLoss < best.loss) {
      Object.assign(best, { loss: judged?.validationLoss ?? 0, epoch });
      if (patience) best.weights = weights.map((p) => p.detach().clone());
    }
    if (onEpoch?.(record) === false) break;
    if (patience && epoch - best.epoch >= patience) break;
  }
  best.weights?.forEach((kept, i) => {
    assign(weights[i], kept);
  });
  // #endregion fit
  return { history, bestEpoch: best.epoch, steps: count.steps };
}

interface Place {
  readonly epoch: number;
  readonly step: number;
  readonly lr: number;
}
type Ways<Y extends Answers> = Pick<FitOptions<Y>, "loss" | "metric">;

function step<Y extends Answers>(
  model: (x: Tensor) => Tensor,
  x: Tensor,
  y: Y,
  { loss, optimizer, at }: Ways<Y> & { optimizer: Optimizer; at: Place },
): number {
  return scope(() => {
    const value = loss(model(x), y);
    if (!Number.isFinite(value.item())) throw notFinite(value.item(), at);
    optimizer.zeroGrad();
    value.backward();
    optimizer.step();
    return value.item();
  });
}

function judge<Y extends Answers>(
  model: (x: Tensor) => Tensor,
  { x, y }: Labelled<Y>,
  { loss, metric }: Ways<Y>,
): { validationLoss: number; metric?: number } {
  return scope(() =>
    evaluating(() =>
      noGrad(() => {
        const output = model(x);
        return { validationLoss: loss(output, y).item(), ...(metric && { metric: metric(output, y) }) };
      }),
    ),
  );
}

function checkOptions<Y extends Answers>({ epochs, patience, validation }: FitOptions<Y>): void {
  const whole = (n: unknown): boolean => Number.isInteger(n) && (n as number) >= 1;
  const wrong = (rule: string, got: unknown, hint: string): ValueError =>
    new ValueError({ op: "fit", rule, got: described(got), expected: "a whole number from 1 up", hint });
  if (!whole(epochs)) throw wrong("the number of epochs is not usable", epochs, "epochs: 20");
  if (patience === undefined) return;
  if (!whole(patience)) throw wrong("the patience is not usable", patience, "patience: 5");
  if (validation) return;
  throw new ValueError({
    op: "fit",
    rule: "patience has nothing to watch",
    got: "no validation examples",
    expected: "examples that are not trained on",
    hint: "const { train, test: validation } = split(data, { test: 0.2, rng })",
  });
}

function notFinite(value: number, at: Place): ValueError {
  return new ValueError({
    op: "fit",
    rule: `the loss is ${value} in epoch ${at.epoch}, step ${at.step}`,
    got: `a learning rate of ${at.lr}`,
    expected: "a finite loss",
    hint: "a tenth of the rate; or look for NaN in the inputs and log(0) in the loss",
  });
}

import { describe, expect, test } from "vitest";
import {
  accuracy,
  batches,
  crossEntropy,
  digits,
  dropoutLayer,
  fit,
  flatParameters,
  linear,
  meanSquaredError,
  parameters,
  Rng,
  select,
  sequential,
  sgd,
  split,
  tensor,
} from "../../src/index.ts";

const rows = Int32Array.from({ length: 300 }, (_, i) => i);
const { train, test: validation } = split(select(digits(), rows), { test: 100, rng: new Rng(3) });
const start = () => {
  const model = linear(64, 10, { rng: new Rng(1) });
  return { model, optimizer: sgd(parameters(model), { lr: 0.2 }) };
};

describe("fit", () => {
  test("moves the weights exactly as the six lines do", () => {
    const one = start();
    const two = start();
    fit(one.model, { train, optimizer: one.optimizer, loss: crossEntropy, epochs: 3, batchSize: 32, rng: new Rng(7) });
    const rng = new Rng(7);
    for (let epoch = 0; epoch < 3; epoch++)
      for (const [x, y] of batches(train, { size: 32, rng })) {
        const loss = crossEntropy(two.model(x), y);
        two.optimizer.zeroGrad();
        loss.backward();
        two.optimizer.step();
      }
    expect([...flatParameters(one.model)]).toEqual([...flatParameters(two.model)]);
  });

  test("reports each epoch: the mean over examples, not over batches; the judgement of the others; the steps", () => {
    const { model, optimizer } = start();
    optimizer.lr = 0; // nothing moves, so the mean loss is that of all rows
    const whole = crossEntropy(model(train.x), train.y).item();
    const seen: number[] = [];
    const { history, steps, bestEpoch } = fit(model, {
      ...{ train, validation, optimizer, loss: crossEntropy, epochs: 2, batchSize: 150, rng: new Rng(7) },
      metric: (output, y) => accuracy(output, y),
      onEpoch: ({ epoch }) => seen.push(epoch),
    });
    expect(steps).toBe(4); // 150 and 50 rows, twice
    expect(history[0].trainLoss).toBeCloseTo(whole, 5);
    expect(history[1].validationLoss).toBeCloseTo(crossEntropy(model(validation.x), validation.y).item(), 6);
    expect(history[1].metric).toBe(accuracy(model(validation.x), validation.y));
    expect([seen, bestEpoch]).toEqual([[1, 2], 1]); // equal is not better
  });

  test("sets the rate of every step by its schedule", () => {
    const { model, optimizer } = start();
    const asked: number[] = [];
    const schedule = (t: number): number => {
      asked.push(t);
      return 0.1 / (t + 1);
    };
    fit(model, { train, optimizer, loss: crossEntropy, epochs: 2, batchSize: 100, rng: new Rng(7), schedule });
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(optimizer.lr).toBe(0.1 / 4);
  });

  test("stops when patience is over and takes the best weights back", () => {
    const { model, optimizer } = start();
    const kept: Float64Array[] = [];
    const losses = [5, 3, 4, 4, 1];
    const { history, bestEpoch } = fit(model, {
      ...{ train, validation, optimizer, epochs: 9, rng: new Rng(7), patience: 2 },
      loss: (output, y) => {
        const value = crossEntropy(output, y);
        return y === validation.y ? value.mul(0).add(losses[kept.length]) : value;
      },
      onEpoch: () => kept.push(flatParameters(model)),
    });
    expect(history.map((h) => h.validationLoss)).toEqual([5, 3, 4, 4]);
    expect(bestEpoch).toBe(2);
    expect(flatParameters(model)).toEqual(kept[1]);
    expect(kept[3]).not.toEqual(kept[1]);
  });

  test("ends when onEpoch says so, and trains with dropout but judges without", () => {
    const rng = new Rng(1);
    const model = sequential(dropoutLayer({ rate: 0.9, rng }), linear(64, 10, { rng }));
    const optimizer = sgd(parameters(model), { lr: 0 });
    const { history } = fit(model, {
      ...{ train: validation, validation, optimizer, loss: crossEntropy, epochs: 9, rng, batchSize: 100 },
      onEpoch: ({ epoch }) => epoch < 3,
    });
    expect(history).toHaveLength(3);
    expect(new Set(history.map((h) => h.validationLoss)).size).toBe(1);
    expect(new Set(history.map((h) => h.trainLoss)).size).toBe(3);
  });

  test("says what is wrong: options, patience without validation, a loss that is no number", () => {
    const { model, optimizer } = start();
    const rest = { train, optimizer, loss: crossEntropy, rng: new Rng(1) };
    expect(() => fit(model, { ...rest, epochs: 0 })).toThrow(
      /the number of epochs is not usable\n {2}got the number 0/,
    );
    expect(() => fit(model, { ...rest, epochs: 2, validation, patience: 0.5 })).toThrow("the patience is not usable");
    expect(() => fit(model, { ...rest, epochs: 2, patience: 2 })).toThrow("patience has nothing to watch");
    const line = linear(1, 1, { rng: new Rng(1) });
    const data = { x: tensor([[100], [200]]), y: tensor([[1], [2]]) };
    const steep = { train: data, optimizer: sgd(parameters(line), { lr: 1 }), loss: meanSquaredError, epochs: 99 };
    expect(() => fit(line, { ...steep, rng: new Rng(1) })).toThrow(
      /the loss is (Infinity|NaN) in epoch \d+, step \d+\n {2}got a learning rate of 1\n/,
    );
  });
});

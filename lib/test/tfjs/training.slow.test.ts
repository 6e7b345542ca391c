/** Training on TensorFlow: the same numbers as the reference, and memory that does not grow. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTensorFlow } from "../../src/backend/tfjs/load.ts";
import * as T from "../../src/index.ts";
import { noGpu, reason } from "./available.ts";

const inputs = Float32Array.from({ length: 640 }, (_, i) => Math.sin(i));
const labels = Int32Array.from({ length: 10 }, (_, i) => i);

/** Trains a small network with a plain loop: no scope, no tidy, no dispose. */
function train(steps: number, each: (step: number, loss: T.Tensor) => void): void {
  const rng = new T.Rng(1);
  const model = T.sequential(T.linear(64, 32, { rng }), T.tanh, T.linear(32, 10, { rng }));
  const optimizer = T.adam(T.parameters(model), { lr: 0.01 });
  const x = T.tensor(inputs, { shape: [10, 64] });
  for (let i = 0; i < steps; i++) {
    const loss = T.crossEntropy(model(x), labels);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    each(i, loss);
  }
}

/** How many arrays the native part holds. */
function arraysAlive(): number {
  const binding = loadTensorFlow({ threads: 1 }).backend().binding as unknown as { getNumOfTensors(): number };
  return binding.getNumOfTensors();
}

describe.skipIf(reason !== "")("on TensorFlow", () => {
  beforeAll(() => T.setBackend("tfjs", { threads: 1 }));
  afterAll(() => T.setBackend("reference"));

  it("thirty steps of Adam have the losses of the reference", () => {
    const losses = (name: string): number[] =>
      T.withBackend(
        name,
        () => {
          const list: number[] = [];
          train(30, (_, loss) => list.push(loss.item()));
          return list;
        },
        name === "tfjs" ? { threads: 1 } : {},
      );
    const [actual, expected] = [losses("tfjs"), losses("reference")];
    for (const [i, loss] of expected.entries()) expect(Math.abs(actual[i] - loss)).toBeLessThan(2e-5);
    expect(expected[29]).toBeLessThan(expected[0] / 2);
  });

  it("the same training gives the same bits twice", () => {
    const run = (): number[] => {
      const list: number[] = [];
      train(20, (_, loss) => list.push(loss.item()));
      return list;
    };
    expect(run()).toEqual(run());
  });

  it("a plain loop of 2,000 steps holds a bounded number of arrays, and losses kept all along stay valid", () => {
    const kept: T.Tensor[] = [];
    const numbers: number[] = [];
    let most = 0;
    train(2000, (i, loss) => {
      if (i % 100 !== 0) return;
      kept.push(loss);
      numbers.push(loss.item());
      most = Math.max(most, arraysAlive());
    });
    expect(kept.map((loss) => loss.item())).toEqual(numbers);
    expect(most).toBeLessThan(9000);
  });

  it("a scope gives back everything that was made inside", () => {
    const x = T.tensor(inputs, { shape: [10, 64] });
    T.scope(() => void x.exp().sum());
    const before = arraysAlive();
    for (let i = 0; i < 100; i++) T.scope(() => void x.exp().mul(2).sum());
    expect(arraysAlive()).toBe(before);
  });

  it("views of a parameter show its updates, as on every other backend", () => {
    const seen = (): string => {
      const p = T.parameter(
        T.tensor([
          [1, 2],
          [3, 4],
        ]),
      );
      const views = [p.reshape([4]), p.transpose(), p.at(0), p.detach(), p.slice(0, 1).expand([2, 1, 2])];
      T.assign(
        p,
        T.tensor([
          [5, 6],
          [7, 8],
        ]),
      );
      return views.map((v) => v.data().join(" ")).join(" | ");
    };
    expect(seen()).toBe(T.withBackend("reference", seen));
  });

  it("tensors of different backends do not mix by accident", () => {
    const x = T.tensor([1, 2]);
    const y = T.withBackend("reference", () => T.tensor([3, 4]));
    expect(() => x.add(y)).toThrow(/the tensors live on different backends/);
  });

  it("a row number out of range is caught before TensorFlow sees it", () => {
    expect(() => T.tensor([[1], [2]]).gather([2])).toThrow(/there is no row 2/);
  });
});

describe("on a GPU", () => {
  it.skipIf(noGpu !== "")(`a product of matrices agrees with the reference${noGpu && ` (skipped: ${noGpu})`}`, () => {
    const product = (): number[] => {
      const rng = new T.Rng(3);
      return [
        ...T.randomNormal([64, 64], { rng })
          .matmul(T.randomNormal([64, 64], { rng }))
          .data(),
      ];
    };
    const actual = T.withBackend("tfjs", product);
    const expected = T.withBackend("reference", product);
    for (const [i, v] of expected.entries()) expect(Math.abs(actual[i] - v)).toBeLessThan(1e-4);
  });
});

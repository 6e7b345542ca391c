/** Debugging labs: the pictures are of the faulty program itself, and a wrong name is answered by the probe that contradicts it. */
import { crossEntropy, parameter, relu, sgd, type Tensor, tensor } from "termwise";
import { describe, expect, test } from "vitest";
import * as turningPicture from "../../../exercises/ch07/lab-turning-back/pictured.ts";
import { FAULTS as TURNING_FAULTS, drawnRun as turningRun } from "../../../exercises/ch07/lab-turning-back/runs.ts";
import * as turning from "../../../exercises/ch07/lab-turning-back/stub.ts";
import { contradiction as turningWhy } from "../../../exercises/ch07/lab-turning-back/why.ts";
import * as wrongWayPicture from "../../../exercises/ch07/lab-wrong-way/pictured.ts";
import { FAULTS as WRONG_WAY_FAULTS, drawnRun as wrongWayRun } from "../../../exercises/ch07/lab-wrong-way/runs.ts";
import * as wrongWay from "../../../exercises/ch07/lab-wrong-way/stub.ts";
import { contradiction as wrongWayWhy } from "../../../exercises/ch07/lab-wrong-way/why.ts";
import * as floorPicture from "../../../exercises/ch08/lab-floor/pictured.ts";
import { FAULTS as FLOOR_FAULTS, drawnRun as floorRun } from "../../../exercises/ch08/lab-floor/runs.ts";
import * as floor from "../../../exercises/ch08/lab-floor/stub.ts";
import { contradiction as floorWhy } from "../../../exercises/ch08/lab-floor/why.ts";
import { described } from "../../../exercises/ch08/lab-nothing-learned/dealing.ts";
import * as unlearnedPicture from "../../../exercises/ch08/lab-nothing-learned/pictured.ts";
import {
  FAULTS as UNLEARNED_FAULTS,
  type Setting as UnlearnedSetting,
  recorded as unlearned,
  drawnRun as unlearnedRun,
} from "../../../exercises/ch08/lab-nothing-learned/runs.ts";
import * as unlearnedProgram from "../../../exercises/ch08/lab-nothing-learned/stub.ts";
import { contradiction as unlearnedWhy } from "../../../exercises/ch08/lab-nothing-learned/why.ts";
import { type Network, PARTS } from "../../../exercises/labs/network.ts";
import { labPictures } from "../../../tools/exercises/pictures.ts";
import { asText, checkAnswer, Draw, type TensorValue } from "../src/index.ts";
import { fromSource } from "../src/node/open.ts";
import { exercise } from "./help.ts";

const given = ({ shape, data }: TensorValue): Tensor => tensor(Float32Array.from(data), { shape });
const tensorValue = (shape: readonly number[], data: readonly number[]): TensorValue => ({
  shape,
  data: Float32Array.from(data),
});
const weights = ({ W1, b1, W2, b2 }: Network) => ({ W1: given(W1), b1: given(b1), W2: given(W2), b2: given(b2) });
const near = (got: readonly number[], want: readonly number[]): void =>
  want.forEach((loss, k) => {
    expect(Math.abs(got[k] - loss), `step ${k + 1}`).toBeLessThan(0.02 * (1 + loss));
  });
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
/** The model of L08.2's statement. */
function stepping({ start, lr }: UnlearnedSetting): unlearnedProgram.Model {
  const [W1, b1, W2, b2] = PARTS.map((part) => parameter(given(start[part])));
  const optimizer = sgd([W1, b1, W2, b2], { lr });
  return {
    step(x, labels) {
      const loss = crossEntropy(relu(x.matmul(W1).add(b1)).matmul(W2).add(b2), labels);
      optimizer.zeroGrad();
      loss.backward();
      optimizer.step();
      return loss.item();
    },
  };
}

describe("the pictures of a lab", () => {
  test("are up to date, and the statement's alternatives say what they show", async () => {
    expect(await labPictures({ check: true })).toEqual([]);
  });
  test("L07.1: show the losses of the faulty program", () => {
    const { start, batches } = turningPicture.digitsProblem();
    const list = batches.map(({ x, labels }) => ({ x: given(x), labels }));
    const { losses } = turning.train(weights(start), list, { lr: turningPicture.RATE });
    near(losses.slice(0, 40), turningPicture.recording().loss.slice(0, 40)); // later single units decide, and rounding with them
  });
  test("L07.2: show the losses of the faulty program", () => {
    const { start, batches } = wrongWayPicture.digitsProblem();
    const list = batches.map(({ x, labels }) => ({ x: given(x), labels }));
    const { losses } = wrongWay.train(weights(start), list, { lr: wrongWayPicture.RATE });
    near(losses, wrongWayPicture.recording().loss);
  });
  test("L08.1: show the losses of the faulty program", () => {
    const { start, training, validation } = floorPicture.digitsProblem();
    const rows = { x: given(training.x), labels: training.labels };
    const { losses } = floor.fit(weights(start), rows, given(validation.x), floorPicture.SETTING);
    near(losses, floorPicture.recording().loss);
  });
  test("L08.2: show the losses of the faulty program, and the same step learns one batch by heart", () => {
    const { digitsProblem, fewProblem, PLAN, FEW } = unlearnedPicture;
    for (const [made, plan] of [
      [digitsProblem(), PLAN],
      [fewProblem(), FEW],
    ] as const) {
      const rows = { x: given(made.training.x), labels: made.training.labels };
      const losses = unlearnedProgram.fit(stepping(made), rows, plan);
      const each = Math.ceil(rows.labels.length / plan.size);
      const means = Array.from({ length: plan.epochs }, (_, e) => mean(losses.slice(e * each, (e + 1) * each)));
      near(means, unlearned(made).loss);
    }
    const made = digitsProblem();
    const few = { x: given(made.training.x).slice(0, 20), labels: made.training.labels.slice(0, 20) };
    const { step } = stepping(made);
    const heart = Array.from({ length: 101 }, () => step(few.x, few.labels));
    expect(heart[100]).toBeLessThan(0.5);
    const mended = unlearned({ ...made, labelAt: undefined });
    expect(mended.loss.at(-1)).toBeCloseTo(0.012, 3);
    expect(mended.accuracy.at(-1)).toBe(177 / 200);
  });
});

describe("a drawn run", () => {
  test("is the same for one seed, and another for another", () => {
    const one = turningRun(new Draw("a"), "nothing", 9);
    expect(turningRun(new Draw("a"), "nothing", 9)).toEqual(one);
    expect(turningRun(new Draw("b"), "nothing", 9)).not.toEqual(one);
  });
  test("has a sentence against every wrong name", () => {
    for (const fault of TURNING_FAULTS)
      for (const got of TURNING_FAULTS)
        if (got !== fault) expect(turningWhy(turningRun(new Draw(fault), fault, 9), got, fault)).toMatch(/\d/);
    for (const fault of WRONG_WAY_FAULTS)
      for (const got of WRONG_WAY_FAULTS)
        if (got !== fault) expect(wrongWayWhy(wrongWayRun(new Draw(fault), fault), got, fault)).toMatch(/\d/);
    for (const fault of FLOOR_FAULTS)
      for (const got of FLOOR_FAULTS)
        if (got !== fault) expect(floorWhy(floorRun(new Draw(fault), fault), got, fault)).toMatch(/\d/);
    for (const fault of UNLEARNED_FAULTS)
      for (const got of UNLEARNED_FAULTS)
        if (got !== fault) expect(unlearnedWhy(unlearnedRun(new Draw(fault), fault), got, fault)).toMatch(/\d/);
  });
});

describe("L08.2: what was dealt, in words", () => {
  const data = { x: tensorValue([4, 2], [1, 0, 2, 0, 3, 0, 4, 0]), labels: [10, 20, 30, 40] };
  /** Two epochs of two batches each, from row numbers and labels. */
  const words = (rows: readonly number[][], labels: readonly number[][]) =>
    described(
      rows.map((batch, k) => ({
        x: tensorValue(
          [batch.length, 2],
          batch.flatMap((row) => [row + 1, 0]),
        ),
        labels: labels[k],
      })),
      data,
      { epochs: 2 },
    );
  const own = (rows: readonly number[][]): number[][] => rows.map((batch) => batch.map((row) => data.labels[row]));
  const stored = [
    [0, 1],
    [2, 3],
  ];
  const fresh = [
    [1, 2],
    [0, 3],
    [3, 1],
    [0, 2],
  ];
  test("tells torn labels apart by where they come from", () => {
    const of = (labels: readonly number[][]): string => words(fresh, labels).labels;
    expect(of(own(fresh))).toBe("beside their rows");
    expect(of(own([...stored, ...stored]))).toBe("in the order of the data");
    expect(of(own(fresh.map(([a, b]) => [b, a])))).toBe("in the right batch, beside other rows");
    expect(of(own([...fresh.slice(1), fresh[0]]))).toBe("in another order than the rows");
    expect(of(own(fresh).map((batch) => batch.slice(1)))).toBe("not one for each row");
    expect(of(own(fresh).map((batch) => batch.map((label) => label + 1)))).toBe("not those of the data");
  });
  test("and orders by what stays the same", () => {
    const of = (rows: readonly number[][]): string => words(rows, own(rows)).order;
    expect(of(fresh)).toBe("new in every epoch");
    expect(of([...stored, ...stored])).toBe("as stored");
    expect(of([...stored, [3, 1], [0, 2]])).toBe("as stored at first");
    expect(of([...fresh.slice(0, 2), ...fresh.slice(0, 2)])).toBe("the same in every epoch");
    expect(
      of([
        [1, 0],
        [2, 3],
        [0, 1],
        [3, 2],
      ]),
    ).toBe("new only within the batches");
    expect(
      of([
        [2, 3],
        [0, 1],
        [1, 0],
        [3, 2],
      ]),
    ).toBe("new for whole batches only");
    expect(
      words(
        [
          [0, 1],
          [1, 3],
          [0, 1],
          [2, 3],
        ],
        own(fresh),
      ).rows,
    ).toBe("some more than once in an epoch");
  });
});

describe.each(["ch07/lab-turning-back", "ch07/lab-wrong-way", "ch08/lab-floor", "ch08/lab-nothing-learned"])(
  "%s",
  (slug) => {
    test("the untouched program earns nothing, and its fault is not given away", async () => {
      const opened = await exercise(slug);
      const report = await checkAnswer(opened, fromSource(opened.stubSource));
      expect(report).toMatchObject({ state: "graded", score: 0 });
      expect(report.naming?.mistakes.map((m) => m.name)).toEqual(["unchanged"]);
      expect(asText(report)).not.toContain(opened.statement.lab!.fault);
    });
    test("its fault is one of its choices, each with what speaks for or against it", async () => {
      const { statement } = await exercise(slug);
      expect(statement.lab!.choices).toHaveLength(6);
      for (const { name, text } of statement.lab!.choices)
        expect(text.startsWith(name === statement.lab!.fault ? "Yes." : "No"), name).toBe(true);
    });
    test("a name for everything is told which probe contradicts it", async () => {
      const opened = await exercise(slug);
      const always = opened.solutionSource.replace(
        /export function diagnose[\s\S]*?\n}\n/,
        'export function diagnose(): string {\n  return "nothing";\n}\n',
      );
      const report = await checkAnswer(opened, fromSource(always));
      const failure = report.tests[0].failure!;
      expect(failure).toMatchObject({ got: '"nothing"', expected: JSON.stringify(opened.statement.lab!.fault) });
      expect(failure.where).toMatch(/\d/);
    });
  },
);

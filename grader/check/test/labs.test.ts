/** Debugging labs: the pictures are of the faulty program itself, and a wrong name is answered by the probe that contradicts it. */
import { type Tensor, tensor } from "termwise";
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
import type { Network } from "../../../exercises/labs/network.ts";
import { labPictures } from "../../../tools/exercises/pictures.ts";
import { asText, checkAnswer, Draw, type TensorValue } from "../src/index.ts";
import { fromSource } from "../src/node/open.ts";
import { exercise } from "./help.ts";

const given = ({ shape, data }: TensorValue): Tensor => tensor(Float32Array.from(data), { shape });
const weights = ({ W1, b1, W2, b2 }: Network) => ({ W1: given(W1), b1: given(b1), W2: given(W2), b2: given(b2) });
const near = (got: readonly number[], want: readonly number[]): void =>
  want.forEach((loss, k) => {
    expect(Math.abs(got[k] - loss), `step ${k + 1}`).toBeLessThan(0.02 * (1 + loss));
  });

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
  });
});

describe.each(["ch07/lab-turning-back", "ch07/lab-wrong-way", "ch08/lab-floor"])("%s", (slug) => {
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
});

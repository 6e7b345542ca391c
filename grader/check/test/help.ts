/** What the tests of the suite library share: opened exercises, small suites, answers as functions. */
import { resolve } from "node:path";
import type { CheckOptions } from "../src/exercise.ts";
import {
  checkAnswer,
  type Exercise,
  localAnswer,
  type Mistake,
  type Report,
  type Suite,
  suite,
  termwise,
} from "../src/index.ts";
import { type Opened, openExercise } from "../src/node/open.ts";

export const root: string = resolve(import.meta.dirname, "../../..");

const opened = new Map<string, Promise<Opened>>();
export function exercise(slug: string): Promise<Opened> {
  if (!opened.has(slug)) opened.set(slug, openExercise(root, slug));
  return opened.get(slug)!;
}
/** One exercise of each kind: a pure function, a class, tensors, gradients, callbacks. */
export const SLUGS = [
  "ch02/broadcastShapes",
  "ch03/StandardScaler",
  "ch05/softmaxAxis",
  "ch07/broadcastVjp",
  "ch08/trainLoop",
] as const;

type Functions = Record<string, unknown>;

/** An exercise around a suite: doubling a number unless said otherwise. */
export function small({
  tests = doubles,
  mistakes = [],
  wrong = {},
  right = { double },
}: {
  tests?: Suite;
  mistakes?: readonly Mistake[];
  wrong?: Record<string, Functions>;
  right?: Functions;
} = {}): Exercise {
  const answer = (module: Functions): ReturnType<typeof localAnswer> => localAnswer(module, termwise);
  return {
    id: tests.id,
    title: "Double a number",
    suite: tests,
    mistakes,
    forbidden: [],
    solution: () => answer(right),
    wrong: (...variants) => {
      const key = variants.map((v) => mistakes.find((m) => m === v)?.name).join("+");
      return wrong[key] ? answer(wrong[key]) : null;
    },
  };
}

export const double = (x: number): number => 2 * x;
interface Doubling {
  double(x: number): number;
}
export const doubles: Suite = suite<Doubling>("T1", ({ example, property }) => {
  example("2 doubled is 4", async ({ call }) => {
    await call("double", 2).gives(4);
  });
  property("any number is doubled", async ({ call, draw }) => {
    const x = draw.number(-9, 9);
    await call("double", x).gives(2 * x);
  });
});

/** The report on functions that answer an exercise. */
export const reportOf = (exercise: Exercise, module: Functions, options?: CheckOptions): Promise<Report> =>
  checkAnswer(exercise, localAnswer(module, termwise), options);

/** What the report says about the first test that did not pass. */
export function firstFailure(report: Report): string {
  const failure = report.tests.find((t) => t.status !== "passed")?.failure;
  return failure ? [failure.got, failure.expected, failure.where, failure.note].filter(Boolean).join(" | ") : "";
}

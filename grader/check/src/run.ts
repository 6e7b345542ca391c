/** Runs a suite against an answer: a report for the learner, and a transcript of everything the suite looked at. */
import type { Answer } from "./answer.ts";
import { Case } from "./case.ts";
import { Draw } from "./draw.ts";
import type { Suite, Test } from "./suite.ts";

export interface Failure {
  /** What the learner can repeat: `softmaxAxis(tensor [2] [0, 1], 0)`, one line a call. */
  readonly calls: readonly string[];
  readonly got: string;
  readonly expected: string;
  /** Where the first difference is, when the two lines above do not show it. */
  readonly where: string;
  /** Something about the answer as a whole, said once: the number of parameters, say. */
  readonly note: string;
}
export type Status = "passed" | "failed" | "timeout" | "not_run" | "not_started";
export interface TestReport extends Pick<Test, "title" | "points" | "visibility"> {
  readonly status: Status;
  readonly cases: number;
  readonly failed: number;
  readonly failure: Failure | null;
}
/** Everything the suite looked at, by place: "test.case.step". The fingerprint of a behaviour. */
export type Transcript = ReadonlyMap<string, unknown>;
export interface Run {
  readonly tests: readonly TestReport[];
  readonly transcript: Transcript;
  /** Numbers of the tests that met something not written yet. */
  readonly unwritten: ReadonlySet<number>;
  /** Whether `follow` said yes to the end. */
  readonly followed: boolean;
}
export interface RunOptions {
  readonly seed?: string;
  /** End at the first case that fails. */
  readonly untilFailure?: boolean;
  /** Numbers of tests to leave out. */
  readonly skip?: ReadonlySet<number>;
  /** Told the title of the test before each of its cases: a sign of life for whoever waits. */
  readonly alive?: (title: string) => void;
  /** Asked about everything seen; false ends the run early. */
  readonly follow?: (place: string, seen: unknown) => boolean;
}

/** The seed of practice: public, so that a failure can be repeated. */
export const PRACTICE = "termwise";

/** Every case runs, failing or not: transcripts line up, and the report shows the smallest failing input. */
export async function run(suite: Suite, answer: Answer, options: RunOptions = {}): Promise<Run> {
  const { seed = PRACTICE, follow = () => true, untilFailure = false, skip = new Set(), alive: sign } = options;
  const transcript = new Map<string, unknown>();
  const unwritten = new Set<number>();
  const tests: TestReport[] = [];
  let following = true;
  let alive = true;
  for (const [t, test] of suite.tests.entries()) {
    if (skip.has(t)) continue;
    const see = (place: string, seen: unknown): void => {
      transcript.set(place, seen);
      following &&= follow(place, seen);
    };
    const cases: Case[] = [];
    for (let c = 0; c < test.runs && following && alive; c++) {
      sign?.(test.title);
      const one = new Case(suite, answer, (step, seen) => see(`${t}.${c}.${step}`, seen));
      await one.play(test, new Draw(`${seed}/${suite.id}/${test.title}/${c}`));
      cases.push(one);
      if (one.unwritten) unwritten.add(t);
      if (one.failure && untilFailure) following = false;
      if (one.stopped || one.unwritten) break;
    }
    tests.push(summary(test, cases));
    if (cases.some((one) => one.stopped) && answer.renew) alive = await answer.renew();
  }
  return { tests, transcript, unwritten, followed: following };
}

function summary(test: Test, cases: readonly Case[]): TestReport {
  const { title, points, visibility } = test;
  const failures = cases.filter((one) => one.failure);
  const smallest = failures.reduce<Case | null>((a, b) => (a && a.size <= b.size ? a : b), null);
  const failure = smallest?.failure ?? null;
  return { title, points, visibility, status: statusOf(cases), cases: cases.length, failed: failures.length, failure };
}

function statusOf(cases: readonly Case[]): Status {
  if (cases.length === 0) return "not_run";
  if (cases.some((one) => one.stopped)) return "timeout";
  if (cases.some((one) => one.unwritten)) return "not_started";
  return cases.some((one) => one.failure) ? "failed" : "passed";
}

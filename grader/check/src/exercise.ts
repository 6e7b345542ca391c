/** One check of one exercise: run the suite, and when something fails, look for a known mistake that behaves the same. */
import type { Answer } from "./answer.ts";
import { tooLong } from "./case.ts";
import { type Known, type Mistake, type Naming, nameMostly, shows, type Variant, without } from "./naming.ts";
import { type Report, report } from "./report.ts";
import { PRACTICE, type Run, run, type TestReport, type Transcript } from "./run.ts";
import type { Suite, Test } from "./suite.ts";

/** Everything of one exercise that a check needs. The solution and the mistakes are made only when an answer fails. */
export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly suite: Suite;
  readonly mistakes: readonly Mistake[];
  /** Library functions that an answer may not call: the exercise asks for them. */
  readonly forbidden: readonly string[];
  solution(): Answer;
  /** The solution with the changes of these variants, or null where they overlap. */
  wrong(...variants: Variant[]): Answer | null;
}

export interface CheckOptions {
  /** The public seed of practice, unless an answer is marked. */
  readonly seed?: string;
  /** The seed is secret: inputs of secret tests are not shown. */
  readonly marked?: boolean;
  /** Titles of tests that an earlier try never came back from: they are not run again, and count as timed out. */
  readonly stopped?: readonly string[];
  /** Enough was tried: what comes after the last stopped test is not run. */
  readonly giveUp?: boolean;
  /** A sign of life: the title of the test that runs, or null while a known mistake is looked for. */
  readonly alive?: (title: string | null) => void;
}

/** The report on one answer. */
export async function checkAnswer(exercise: Exercise, answer: Answer, options: CheckOptions = {}): Promise<Report> {
  const { seed = PRACTICE, marked = false, stopped = [], giveUp = false, alive = () => {} } = options;
  const start = performance.now();
  const { suite } = exercise;
  const end = giveUp ? suite.tests.findLastIndex(({ title }) => stopped.includes(title)) : suite.tests.length;
  const never = new Set([...suite.tests.keys()].filter((t) => t > end || stopped.includes(suite.tests[t].title)));
  const { tests: ran, transcript, unwritten } = await run(suite, answer, { seed, skip: never, alive });
  const left = ran.values();
  const tests = suite.tests.map((test, t) => (never.has(t) ? missed(test, t > end, suite.limit) : left.next().value!));
  const failed = tests.some((t) => t.status === "failed");
  const skip = new Set([...unwritten, ...never]);
  const naming = failed ? await nameMistake(exercise, transcript, { seed, skip, alive }) : null;
  return report(exercise, tests, { naming, marked, ms: performance.now() - start });
}

function missed({ title, points, visibility }: Test, notRun: boolean, limit: number): TestReport {
  const about = { title, points, visibility };
  if (notRun) return { ...about, status: "not_run", cases: 0, failed: 0, failure: null };
  const failure = { calls: [], got: tooLong(limit), expected: "", where: "", note: "" };
  return { ...about, status: "timeout", cases: 1, failed: 1, failure };
}

interface Where {
  readonly seed: string;
  readonly alive?: (title: null) => void;
  /** Tests of functions that are not written yet. */
  readonly skip?: ReadonlySet<number>;
}

/** One mistake exactly, else two at once exactly, else one mostly, else nothing: a wrong name is worse than none. */
export async function nameMistake(exercise: Exercise, seen: Transcript, where: Where): Promise<Naming | null> {
  const skip = where.skip ?? new Set<number>();
  const answer = without(seen, skip);
  if (answer.size === 0) return null;
  for (const mistakes of singlesAndPairs(exercise.mistakes)) {
    for (const variants of ways(mistakes)) {
      const wrong = exercise.wrong(...variants);
      if (wrong && (await behavesLike(exercise.suite, wrong, answer, { ...where, skip }))) {
        return { how: "exactly", mistakes, agreement: 1 };
      }
    }
  }
  const { right, known } = await behaviours(exercise, where.seed);
  const seenOf = known.map((k) => ({ mistake: k.mistake, transcript: without(k.transcript, skip) }));
  return nameMostly(answer, without(right, skip), seenOf);
}

/** Whether a known answer shows what this transcript shows, to the end. Most fail within a few calls: this is cheap. */
async function behavesLike(suite: Suite, wrong: Answer, answer: Transcript, where: Where): Promise<boolean> {
  const { seed, skip } = where;
  where.alive?.(null);
  const follow = (place: string, seen: unknown): boolean => shows(answer, place, seen);
  const { followed, transcript } = await run(suite, wrong, { seed, skip, follow });
  return followed && transcript.size === answer.size;
}

function* singlesAndPairs(mistakes: readonly Mistake[]): Generator<readonly Mistake[]> {
  for (const mistake of mistakes) yield [mistake];
  for (const [i, a] of mistakes.entries()) for (const b of mistakes.slice(i + 1)) yield [a, b];
}

/** One mistake in each of its variants; a pair in its first forms only. */
function ways(mistakes: readonly Mistake[]): readonly (readonly Variant[])[] {
  return mistakes.length === 1 ? variantsOf(mistakes[0]).map((v) => [v]) : [mistakes];
}
export const variantsOf = (mistake: Mistake): readonly Variant[] => [mistake, ...(mistake.also ?? [])];

export interface Behaviours {
  readonly right: Transcript;
  readonly known: readonly (Known & Pick<Run, "tests">)[];
}
const cache = new WeakMap<Exercise, Map<string, Promise<Behaviours>>>();

/** The transcripts of the solution and of every mistake: run once a seed, then remembered. */
export function behaviours(exercise: Exercise, seed: string): Promise<Behaviours> {
  const bySeed = cache.get(exercise) ?? new Map<string, Promise<Behaviours>>();
  cache.set(exercise, bySeed);
  if (!bySeed.has(seed)) bySeed.set(seed, observe(exercise, seed));
  return bySeed.get(seed)!;
}

async function observe(exercise: Exercise, seed: string): Promise<Behaviours> {
  const right = (await run(exercise.suite, exercise.solution(), { seed })).transcript;
  const known = [];
  for (const mistake of exercise.mistakes) {
    for (const variant of variantsOf(mistake)) {
      const { transcript, tests } = await run(exercise.suite, exercise.wrong(variant)!, { seed });
      known.push({ mistake, transcript, tests });
    }
  }
  return { right, known };
}

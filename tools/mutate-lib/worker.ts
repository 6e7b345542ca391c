/** Runs the tests against one change after the other, each time in a freshly loaded library. */
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { ACTIVE, VISIT } from "./instrument.ts";
import type { Outcome } from "./results.ts";

/** What the main process hands over first. */
export interface Task {
  readonly code: string;
  /** How many changes there are. */
  readonly count: number;
  /** What an earlier process found out about the unchanged library. */
  readonly survey: Surveyed | null;
}

/** Tests as seen in the unchanged library: how long each took and which changes it passed by. */
export type Surveyed = readonly Known[];

interface Known {
  readonly index: number;
  readonly time: number;
  readonly visits: Uint8Array;
}

/** What comes back: that a test began, why nothing can be judged, that it can begin, or what became of a change. */
export interface Message {
  readonly beat?: true;
  readonly failure?: string;
  readonly survey?: Surveyed;
  readonly outcome?: Outcome;
}

interface Test {
  readonly name: string;
  readonly body: () => unknown;
}

const require = createRequire(import.meta.url);
const compiled = (text: string): Script =>
  new Script(`(function (require, register, ${ACTIVE}, ${VISIT}) { const module = { exports: {} };\n${text}\n})`);
const send = (message: Message): void => void process.send?.(message);

/** Loads the library and its tests with one change on. */
function load(script: Script, active: number, visits?: Uint8Array): Test[] {
  const tests: Test[] = [];
  script.runInThisContext()(require, (name: string, body: () => unknown) => tests.push({ name, body }), active, visits);
  return tests;
}

/** Runs a test of the unchanged library, which must pass. */
function passes({ name, body }: Test, when: string): void {
  beat();
  try {
    body();
  } catch (error) {
    throw new Error(`the unchanged library fails "${name}"${when}: ${error instanceof Error ? error.message : error}`);
  }
}

let lastBeat = 0;
/** Says that another test begins; not more often than is of interest. */
function beat(): void {
  const now = performance.now();
  if (now - lastBeat < 250) return;
  lastBeat = now;
  send({ beat: true });
}

function surveyOf(surveying: Script, count: number): Surveyed {
  const visits = new Uint8Array(count + 1);
  const tests = load(surveying, 0, visits);
  const loading = visits.slice(); // passed by while loading: every test depends on it
  return tests.map((test, index) => {
    visits.set(loading);
    const start = performance.now();
    passes(test, "");
    return { index, time: performance.now() - start, visits: visits.slice() };
  });
}

const kills = new Map<number, number>();

function judge(judging: Script, mutant: number, place: number, known: Surveyed): Outcome {
  let tests: Test[];
  try {
    tests = load(judging, mutant);
  } catch {
    return { state: "killed", by: "loading" };
  }
  const promise = ({ index, time }: Known): number => time / (1 + (kills.get(index) ?? 0)); // short, and often right before
  for (const { index } of known.filter((k) => k.visits[place] === 1).sort((a, b) => promise(a) - promise(b))) {
    beat();
    try {
      tests[index].body();
    } catch {
      kills.set(index, (kills.get(index) ?? 0) + 1);
      return { state: "killed", by: tests[index].name };
    }
  }
  return { state: "survived", by: null };
}

process.once("message", ({ code, count, survey }: Task) => {
  try {
    const judging = compiled(code.replaceAll(new RegExp(`${VISIT}\\[[\\de]+\\] = 1,`, "g"), "")); // no notes: faster
    const known = survey ?? surveyOf(compiled(code), count);
    // This script must pass too with no change on, or every change would seem to be noticed.
    if (survey === null) for (const test of load(judging, 0)) passes(test, " when judged");
    process.on("message", ({ mutant, place }: { mutant: number; place: number }) =>
      send({ outcome: judge(judging, mutant, place, known) }),
    );
    send(survey === null ? { survey: known } : { beat: undefined });
  } catch (error) {
    send({ failure: String(error) });
  }
});

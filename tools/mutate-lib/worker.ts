/** Runs the tests against one change after the other, each time in a freshly loaded library. */
import { createRequire } from "node:module";
import { Script } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import { ACTIVE, VISIT } from "./instrument.ts";
import type { Outcome } from "./results.ts";

/** What the main thread hands over. */
export interface Task {
  readonly code: string;
  /** How many changes there are. */
  readonly count: number;
  /** [0] counts the tests that were begun, so that the main thread notices an endless one. */
  readonly pulse: Int32Array;
}

interface Test {
  readonly name: string;
  readonly body: () => unknown;
}

/** A test as seen in the unchanged library: how long it took and which changes it passed by. */
interface Known {
  readonly index: number;
  readonly time: number;
  readonly visits: Uint8Array;
}

const { code, count, pulse }: Task = workerData;
const require = createRequire(import.meta.url);
const compiled = (text: string): Script =>
  new Script(`(function (require, register, ${ACTIVE}, ${VISIT}) { const module = { exports: {} };\n${text}\n})`);
const surveying = compiled(code);
const judging = compiled(code.replaceAll(new RegExp(`${VISIT}\\[\\d+\\] = 1,`, "g"), "")); // no notes: faster

/** Loads the library and its tests with one change on. */
function load(script: Script, active: number, visits?: Uint8Array): Test[] {
  const tests: Test[] = [];
  script.runInThisContext()(require, (name: string, body: () => unknown) => tests.push({ name, body }), active, visits);
  return tests;
}

function survey(): Known[] {
  const visits = new Uint8Array(count + 1);
  const tests = load(surveying, 0, visits);
  const loading = visits.slice(); // passed by while loading: every test depends on it
  return tests.map(({ name, body }, index) => {
    Atomics.add(pulse, 0, 1);
    visits.set(loading);
    const start = performance.now();
    try {
      body();
    } catch (error) {
      throw new Error(`the unchanged library fails "${name}": ${error instanceof Error ? error.message : error}`);
    }
    return { index, time: performance.now() - start, visits: visits.slice() };
  });
}

const kills = new Map<number, number>();

function judge(mutant: number, place: number, known: readonly Known[]): Outcome {
  let tests: Test[];
  try {
    tests = load(judging, mutant);
  } catch {
    return { state: "killed", by: "loading" };
  }
  const promise = ({ index, time }: Known): number => time / (1 + (kills.get(index) ?? 0)); // short, and often right before
  for (const { index } of known.filter((k) => k.visits[place] === 1).sort((a, b) => promise(a) - promise(b))) {
    Atomics.add(pulse, 0, 1);
    try {
      tests[index].body();
    } catch {
      kills.set(index, (kills.get(index) ?? 0) + 1);
      return { state: "killed", by: tests[index].name };
    }
  }
  return { state: "survived", by: null };
}

try {
  const known = survey();
  parentPort?.on("message", ({ mutant, place }: { mutant: number; place: number }) => {
    Atomics.add(pulse, 0, 1);
    parentPort?.postMessage({ outcome: judge(mutant, place, known) });
  });
  parentPort?.postMessage({ ready: true });
} catch (error) {
  parentPort?.postMessage({ failure: String(error) });
}

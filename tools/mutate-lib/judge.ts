/** Runs the tests against one change after the other, in processes that are replaced when a change makes them hang or burst. */
import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Mutant } from "./operators.ts";
import type { Outcome } from "./results.ts";
import type { Message, Surveyed, Task } from "./worker.ts";

const PATIENCE = 4; // processor seconds for one test: beyond it the change made an endless loop, which counts as noticed
const MEMORY = 1024; // megabytes

type Note = (m: Mutant, outcome: Outcome) => void;

export interface Judged {
  /** A script that calls `register` for each test. */
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

/** Runs the tests against these changes in several processes, and notes the outcome of each. */
export async function judge(
  bundle: Judged,
  todo: readonly Mutant[],
  note: Note,
  processes = Math.min(availableParallelism(), 8),
): Promise<void> {
  const queue = [...todo];
  const shared: { survey: Surveyed | null } = { survey: null }; // made by the first process, handed to later ones
  const work = async (): Promise<void> => {
    while (queue.length > 0) await oneProcess(bundle, queue, note, shared);
  };
  await Promise.all(Array.from({ length: processes }, work));
}

/** One process takes changes from the queue until it is empty, or until a change makes a test hang or the memory full. */
function oneProcess(
  { code, mutants }: Judged,
  queue: Mutant[],
  note: Note,
  shared: { survey: Surveyed | null },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "worker.ts"), {
      execArgv: [`--max-old-space-size=${MEMORY}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"], // what the engine says when it bursts is no news
    });
    let current: Mutant | undefined;
    let beatAt = 0;
    let done = false;
    const end = (how: () => void): void => {
      if (done) return;
      done = true;
      clearInterval(timer);
      child.kill("SIGKILL");
      how();
    };
    const stuck = (by: string): void => {
      if (current) note(current, { state: "killed", by });
      if (current || done) end(resolve);
      else end(() => reject(new Error(`the unchanged library: ${by}`)));
    };
    const timer = setInterval(() => {
      if (secondsOf(child) - beatAt > PATIENCE) stuck("an endless loop");
    }, 500);
    child.on("message", (message: Message) => {
      beatAt = secondsOf(child);
      if (message.failure) return end(() => reject(new Error(message.failure)));
      if (message.beat) return;
      if (message.survey) shared.survey = message.survey;
      if (message.outcome && current) note(current, message.outcome);
      current = queue.shift();
      if (current) child.send({ mutant: current.id, place: current.place });
      else end(resolve);
    });
    child.on("exit", () => stuck("full memory"));
    child.on("error", () => stuck("full memory"));
    child.send({ code, count: mutants.length, survey: shared.survey } satisfies Task);
  });
}

/** The processor time that a process has used, so that a busy machine makes nobody seem to hang; else the time that passed. */
function secondsOf({ pid }: ChildProcess): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100; // user and system, in hundredths
  } catch {
    return performance.now() / 1000;
  }
}

/** Runs the tests against one change after the other, in threads that are replaced when a change makes them hang. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Mutant } from "./operators.ts";
import type { Outcome } from "./results.ts";
import type { Task } from "./worker.ts";

const PATIENCE = 10_000; // milliseconds for one test: beyond it the change made an endless loop, which counts as noticed

type Note = (m: Mutant, outcome: Outcome) => void;

export interface Judged {
  /** A script that calls `register` for each test. */
  readonly code: string;
  readonly mutants: readonly Mutant[];
}

/** Runs the tests against these changes in worker threads, and notes the outcome of each. */
export async function judge(
  bundle: Judged,
  todo: readonly Mutant[],
  note: Note,
  threads = Math.min(availableParallelism(), 8),
): Promise<void> {
  const queue = [...todo];
  const work = async (): Promise<void> => {
    while (queue.length > 0) await oneWorker(bundle, queue, note); // a worker that hangs is replaced
  };
  await Promise.all(Array.from({ length: threads }, work));
}

/** One worker takes changes from the queue until it is empty, or until a change makes a test hang or the memory full. */
function oneWorker(bundle: Judged, queue: Mutant[], note: Note): Promise<void> {
  return new Promise((resolve, reject) => {
    const pulse = new Int32Array(new SharedArrayBuffer(4));
    const workerData: Task = { code: bundle.code, count: bundle.mutants.length, pulse };
    const resourceLimits = { maxOldGenerationSizeMb: 1024 };
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData, resourceLimits });
    let current: Mutant | undefined;
    let [beat, beatAt] = [-1, performance.now()];
    const end = (how: () => void): void => {
      clearInterval(timer);
      void worker.terminate().then(how);
    };
    const stuck = (by: string): void => {
      if (current) note(current, { state: "killed", by });
      end(resolve);
    };
    const timer = setInterval(() => {
      if (pulse[0] !== beat) [beat, beatAt] = [pulse[0], performance.now()];
      else if (performance.now() - beatAt > PATIENCE) stuck("an endless loop");
    }, 500);
    worker.on("message", (message: { failure?: string; outcome?: Outcome }) => {
      if (message.failure) return end(() => reject(new Error(message.failure)));
      if (message.outcome && current) note(current, message.outcome);
      current = queue.shift();
      if (current) worker.postMessage({ mutant: current.id, place: current.place });
      else end(resolve);
    });
    worker.on("error", () => stuck("full memory"));
  });
}

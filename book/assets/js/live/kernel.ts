/** The page's side of a worker that runs cells: one order at a time, texts on demand, an end whenever it is asked for. */
import { libraryText, textOf } from "./library.ts";
import type { CellText, Done, News, Output } from "./protocol.ts";
import { openSandbox } from "./sandbox.ts";

export interface Kernel {
  /** Runs a cell on the names of those that ran before. Rejects with Stopped when the kernel is closed meanwhile. */
  run(cell: CellText): Promise<Done>;
  close(): void;
}
export interface Listener {
  onOutput(output: Output, index: number): void;
  onRecord(record: { name: string; text: string }, index: number): void;
}

export class Stopped extends Error {
  override name = "Stopped";
}

/** Loads the library and the compiler on first use, and starts a worker with them. */
export async function startKernel({ onOutput, onRecord }: Listener): Promise<Kernel> {
  const scripts = await Promise.all([libraryText(), textOf("live-worker")]);
  return new Promise((begun, failed) => {
    let pending: { resolve(done: Done): void; reject(error: Error): void } | undefined;
    const sandbox = openSandbox({
      scripts,
      onMessage: (message) => hear(message as News),
      onCrash: (message) => {
        failed(new Error(message));
        pending?.reject(new Error(message));
      },
    });
    const kernel: Kernel = {
      run: (cell) =>
        new Promise((resolve, reject) => {
          pending = { resolve, reject };
          sandbox.post({ run: cell });
        }),
      close() {
        sandbox.close();
        pending?.reject(new Stopped("stopped"));
        pending = undefined;
      },
    };
    function hear(news: News): void {
      if ("output" in news) onOutput(news.output, news.index);
      else if ("record" in news) onRecord(news.record, news.index);
      else if ("need" in news) void bring(news.need);
      else if ("ready" in news) begun(kernel);
      else {
        pending?.resolve(news.done);
        pending = undefined;
      }
    }
    async function bring(name: string): Promise<void> {
      try {
        sandbox.post({ text: { name, body: await textOf(name) } });
      } catch (error) {
        sandbox.post({ text: { name, error: error instanceof Error ? error.message : String(error) } });
      }
    }
  });
}

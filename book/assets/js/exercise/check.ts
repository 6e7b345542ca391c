/**
 * Checks an answer in the sandbox by the exercise's own suite. A call that never returns is ended with its worker; a fresh
 * one checks the rest, as the command line does.
 */
import { type Report, unrun } from "../../../../grader/check/src/report.ts";
import { type Kernel, type Output, runtime, Stopped } from "../live/runtime.ts";

const REPORT = "application/vnd.termwise.report+json";
/** Milliseconds without a sign of life: while the answer loads, and in a test (its limit for a call is 2 s). */
const PATIENCE = { load: 5000, test: 2500, naming: 20_000 } as const;
const FRESH_WORKERS = 3;
const LINES = 12;

export interface Answer {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  /** The file as the reader wrote it. */
  readonly text: string;
}
export interface Found {
  readonly report: Report;
  readonly printed: readonly string[];
  /** The line (from 1) at which the answer does not load. */
  readonly line?: number;
}
export interface Checking {
  readonly result: Promise<Found>;
  stop(): void;
}

export function check(answer: Answer, { doing }: { doing(what: string): void }): Checking {
  let kernel: Kernel | undefined;
  let ended = false;
  const begin = async (listener: Parameters<typeof runtime.startKernel>[0]): Promise<Kernel> => {
    doing("Loading…");
    kernel = await runtime.startKernel(listener);
    if (ended) kernel.close();
    if (ended) throw new Stopped("stopped");
    return kernel;
  };
  return {
    result: checked(answer, begin, doing).finally(() => kernel?.close()),
    stop() {
      ended = true;
      kernel?.close();
    },
  };
}

type Begin = (listener: Parameters<typeof runtime.startKernel>[0]) => Promise<Kernel>;

async function checked(answer: Answer, begin: Begin, doing: (what: string) => void): Promise<Found> {
  const stopped: string[] = [];
  const printed: string[] = [];
  for (;;) {
    let report: Report | undefined;
    let failure: Extract<Output, { type: "error" }> | undefined;
    let now: string | null = null;
    const watch = new Watchdog();
    const kernel = await begin({
      onOutput(output) {
        if (output.type === "stream") printed.push(...output.text.split("\n").filter((line) => line.trim() !== ""));
        else if (output.type === "error") failure = output;
        else if (REPORT in output.data) report = output.data[REPORT] as Report;
      },
      onRecord({ name, text }) {
        if (name !== "alive") return;
        now = text || null;
        doing(now ? `Checking: ${now}` : "Looking for a known mistake…");
        watch.reset(now ? PATIENCE.test : PATIENCE.naming);
      },
    });
    doing("Checking…");
    watch.start(kernel, PATIENCE.load);
    try {
      const loaded = await kernel.run({ index: 0, source: answer.text });
      if (!loaded.ok) return notLoaded(answer, failure, printed);
      watch.reset(PATIENCE.naming); // the suite is loaded first
      await kernel.run({ index: 1, source: question(answer, stopped) });
      if (report) return { report, printed: shortened(printed) };
      throw new Error(failure?.message ?? "The check ended without a report. Try again.");
    } catch (error) {
      if (!watch.barked) throw error;
      if (now === null) return notFinished(answer, printed);
      if (stopped.includes(now)) throw new Error("The check did not come to an end. Try again.");
      stopped.push(now);
      printed.length = 0; // the rest begins from the top
    } finally {
      watch.end();
      kernel.close();
    }
  }
}

/** A cell that asks for the report: what the answer exports is given by name. */
function question({ id, text }: Answer, stopped: readonly string[]): string {
  const options = `{ exported: true, stopped: ${JSON.stringify(stopped)}, giveUp: ${stopped.length > FRESH_WORKERS}, alive: (title: string | null) => globalThis.__termwise.record("alive", title ?? "") }`;
  return [
    'import { reportOn } from "@termwise/check";',
    `const termwiseReport = await reportOn(${JSON.stringify(id)}, { ${exportsOf(text).join(", ")} }, ${options});`,
    `globalThis.__termwise.display({ ${JSON.stringify(REPORT)}: termwiseReport });`,
  ].join("\n");
}

/** The names that a file exports: declared with `export`, or listed in `export { … }`. */
export function exportsOf(text: string): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const declared = [...code.matchAll(/^\s*export\s+(?:async\s+)?(?:function\*?|class|const|let)\s+([\w$]+)/gm)].map(
    ([, name]) => name,
  );
  const lists = [...code.matchAll(/^\s*export\s*\{([^}]*)\}/gm)].flatMap(([, list]) =>
    list
      .split(",")
      .map((part) => part.trim().split(/\s+as\s+/))
      .filter(([name]) => name && !name.startsWith("type "))
      .map(([name, as]) => (as ? `${as}: ${name}` : name)),
  );
  return [...new Set([...declared, ...lists])];
}

type Failed = Extract<Output, { type: "error" }> | undefined;

function notLoaded(answer: Answer, failure: Failed, printed: readonly string[]): Found {
  const { name = "Error", message = "", line } = failure ?? {};
  const known = /^line (\d+): ([\s\S]*)$/.exec(message);
  const where = line ? ` in line ${line}` : "";
  const why = /Cannot find name/.test(message)
    ? `it uses a name that is not there${where}: ${known?.[2] ?? message}`
    : /Cannot find module|no exported member/.test(message)
      ? `its imports do not fit${where}: ${known?.[2] ?? message}`
      : known
        ? `it is not TypeScript yet${where}: ${known[2]}`
        : `it throws while it is loaded${where}: ${name}: ${message}`;
  return { report: failed(answer, why.replace(/\.$/, "")), printed: shortened(printed), ...(line && { line }) };
}

const notFinished = (answer: Answer, printed: readonly string[]): Found => ({
  report: failed(answer, `it did not finish loading within ${PATIENCE.load / 1000} seconds`),
  printed: shortened(printed),
});

const failed = (answer: Answer, why: string): Report =>
  unrun(answer, answer.points, "load_failed", `The answer does not load: ${why}.`);

const shortened = (lines: readonly string[]): string[] =>
  lines.length <= LINES ? [...lines] : [...lines.slice(0, LINES), `… and ${lines.length - LINES} lines more`];

/** Ends a worker that gives no sign of life for too long. */
class Watchdog {
  barked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #kernel: Kernel | undefined;

  start(kernel: Kernel, ms: number): void {
    this.#kernel = kernel;
    this.reset(ms);
  }
  reset(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.barked = true;
      this.#kernel?.close();
    }, ms);
  }
  end(): void {
    clearTimeout(this.#timer);
    this.#kernel = undefined;
  }
}

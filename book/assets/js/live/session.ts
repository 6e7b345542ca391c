/** The order in which the cells of a page run: as if from the top, always; what is missing above runs first. */
import { type Kernel, type Listener, Stopped, startKernel } from "./kernel.ts";
import type { CellText, Done, Output } from "./protocol.ts";

/** A cell as the session needs it. */
export interface Cell {
  readonly index: number;
  /** What it says now. */
  text(): string;
  /** Fails on purpose: what follows does not wait for its success. */
  readonly raises: boolean;
}

/** What the page shows of it. `asked`: the reader asked for this cell, not for one that needs it. */
export interface Stage {
  loading(cell: Cell): void;
  began(cell: Cell, asked: boolean): void;
  output(cell: Cell, output: Output): void;
  record(cell: Cell, record: { name: string; text: string }): void;
  ended(cell: Cell, end: { readonly state: "done" | "failed" | "stopped"; readonly ms: number }): void;
  /** The cell did not run, because of another one or because nothing could be loaded. */
  gaveUp(cell: Cell, reason: { readonly because?: Cell; readonly error?: Error }): void;
  /** Its result is from before a change above. */
  outdated(cell: Cell): void;
  /** It runs for long: the page asks; keepGoing or stop is the answer. */
  slow(cell: Cell, limits: { readonly asked: number; readonly stops: number }): void;
  /** It has run, and running what is above again takes some time: from the top, or just this cell? */
  fromTheTop(cell: Cell, ms: number): Promise<boolean>;
}

interface Ran {
  readonly text: string;
  /** The texts of all cells above, when it ran. */
  readonly above: string;
  readonly done: Done;
}

/** Milliseconds. */
export const LIMITS = { ask: 30_000, stop: 120_000, silentReplay: 1500 } as const;

export class Session {
  readonly #cells: readonly Cell[];
  readonly #stage: Stage;
  readonly #start: (listener: Listener) => Promise<Kernel>;
  #kernel: Kernel | undefined;
  /** What the worker of now has run. */
  readonly #ran = new Map<Cell, Ran>();
  /** What any worker ran last. */
  readonly #before = new Map<Cell, Ran>();
  #turn: Promise<void> = Promise.resolve();
  #running: Cell | undefined;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #stopped = 0;

  constructor(cells: readonly Cell[], stage: Stage, start = startKernel) {
    this.#cells = cells;
    this.#stage = stage;
    this.#start = start;
  }

  /** Runs a cell, and before it what has not run yet. */
  run(cell: Cell): Promise<void> {
    return this.#inTurn(() => this.#runTo(cell, (one) => one === cell));
  }

  /** Runs all cells from the top, in a fresh worker. */
  runAll(): Promise<void> {
    return this.#inTurn(async () => {
      this.restart();
      const last = this.#cells.at(-1);
      if (last) await this.#runTo(last, () => true);
    });
  }

  /** Ends what runs and what waits. What ran is forgotten with the worker, and runs again when it is needed. */
  stop(): void {
    this.#stopped++;
    this.restart();
  }

  /** The answer to Stage.slow. */
  keepGoing(): void {
    this.#clearTimers();
  }

  /** The next run begins from the top. */
  restart(): void {
    this.#clearTimers();
    this.#kernel?.close();
    this.#kernel = undefined;
    this.#ran.clear();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const asked = this.#stopped;
    this.#turn = this.#turn.then(() => (asked === this.#stopped ? work() : undefined));
    return this.#turn;
  }

  async #runTo(target: Cell, asked: (cell: Cell) => boolean): Promise<void> {
    const above = this.#cells.filter(({ index }) => index < target.index);
    try {
      await this.#makeRoom(target, above);
      const missing = [...above.filter((cell) => !this.#ran.has(cell)), target];
      for (const cell of missing) {
        const ok = await this.#execute(cell, asked(cell), target);
        if (ok || cell.raises) continue;
        if (cell !== target) this.#stage.gaveUp(target, { because: cell });
        return;
      }
      this.#markOutdated(target);
    } catch (error) {
      if (!(error instanceof Stopped)) this.#stage.gaveUp(target, { error: error as Error });
    }
  }

  /** A worker in the state just before the target, or as near to it as the reader wants. */
  async #makeRoom(target: Cell, above: readonly Cell[]): Promise<void> {
    const edited = above.some((cell) => this.#ran.has(cell) && this.#ran.get(cell)?.text !== cell.text());
    if (edited) return this.restart();
    const after = [...this.#ran].filter(([cell]) => cell.index >= target.index);
    if (after.every(([, { done }]) => done.apart)) return;
    const ms = above.reduce((sum, cell) => sum + (this.#ran.get(cell)?.done.ms ?? 0), 0);
    if (ms < LIMITS.silentReplay || (await this.#stage.fromTheTop(target, ms))) this.restart();
  }

  async #execute(cell: Cell, asked: boolean, target: Cell): Promise<boolean> {
    const stopped = this.#stopped;
    if (!this.#kernel) {
      this.#stage.loading(target);
      const kernel = await this.#start(this.#listener());
      if (stopped !== this.#stopped) {
        kernel.close();
        throw new Stopped("stopped");
      }
      this.#kernel = kernel;
    }
    const text: CellText = { index: cell.index, source: cell.text() };
    const began = performance.now();
    this.#running = cell;
    this.#stage.began(cell, asked);
    this.#watch(cell);
    try {
      const done = await this.#kernel.run(text);
      const ran = { text: text.source, above: this.#above(cell), done };
      if (done.ok || cell.raises) this.#ran.set(cell, ran);
      else this.#ran.delete(cell);
      this.#before.set(cell, ran);
      this.#stage.ended(cell, { state: done.ok ? "done" : "failed", ms: done.ms });
      return done.ok;
    } catch (error) {
      this.#stage.ended(cell, { state: "stopped", ms: performance.now() - began });
      throw error;
    } finally {
      this.#running = undefined;
      this.#clearTimers();
    }
  }

  #listener(): Listener {
    const cellOf = (index: number): Cell | undefined => this.#cells.find((cell) => cell.index === index);
    return {
      onOutput: (output, index) => {
        const cell = cellOf(index);
        if (cell) this.#stage.output(cell, output);
      },
      onRecord: (record, index) => {
        const cell = cellOf(index);
        if (cell) this.#stage.record(cell, record);
      },
    };
  }

  #watch(cell: Cell): void {
    const ask = setTimeout(() => this.#stage.slow(cell, { asked: LIMITS.ask, stops: LIMITS.stop }), LIMITS.ask);
    const stop = setTimeout(() => this.#running === cell && this.stop(), LIMITS.stop);
    this.#timers = [ask, stop];
  }

  #clearTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }

  /** Results below that were made from other texts above. */
  #markOutdated(target: Cell): void {
    for (const [cell, { above }] of this.#before)
      if (cell.index > target.index && above !== this.#above(cell)) this.#stage.outdated(cell);
  }

  #above({ index }: Cell): string {
    return JSON.stringify(this.#cells.filter((cell) => cell.index < index).map((cell) => cell.text()));
  }
}

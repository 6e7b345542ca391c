/** An answer in a process of its own. Values cross; a call that takes too long ends the process, and a fresh one goes on. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Answer, Fault, Outcome } from "../answer.ts";
import { tooLong } from "../case.ts";
import { BOUNDS } from "../cross.ts";
import { isRecord } from "../values.ts";
import { Frames, type Message, Wire } from "../wire.ts";

export interface ProcessOptions {
  /** The answer's file, or its text where that is trusted. */
  readonly path?: string;
  readonly source?: string;
  /** Milliseconds a call may take, and what loading may take. */
  readonly limit?: number;
  readonly loadLimit?: number;
  readonly forbidden?: readonly string[];
  /** For Node: `--conditions=source` uses the library's source instead of its build. */
  readonly nodeOptions?: readonly string[];
}
export interface ProcessAnswer extends Answer {
  /** Why the answer did not load, or null. */
  readonly fault: string | null;
  /** What it printed, at most 64 KB. */
  printed(): string;
  close(): void;
}

const GUEST = fileURLToPath(new URL("guest.ts", import.meta.url));
const FRESH_GUESTS = 3;
const OUTPUT = 65536;

export async function processAnswer(options: ProcessOptions): Promise<ProcessAnswer> {
  const { limit = 2000, loadLimit = 5000, path = null, source = null, forbidden = [] } = options;
  let printed = "";
  let left = FRESH_GUESTS;
  const start = async (): Promise<{ guest: Guest; fault: string | null }> => {
    const guest = new Guest(options.nodeOptions ?? [], (text) => {
      printed = (printed + text).slice(0, OUTPUT);
    });
    const loaded = await guest.ask({ op: "load", path, source, forbidden }, loadLimit);
    if (loaded.op === "loaded") return { guest, fault: typeof loaded.fault === "string" ? loaded.fault : null };
    return {
      guest,
      fault:
        guest.gone?.kind === "timeout"
          ? `it did not finish loading within ${loadLimit / 1000} seconds`
          : `it ended while it was loaded`,
    };
  };
  let { guest, fault } = await start();
  const ask = async (message: Message): Promise<Outcome> => outcomeOf(await guest.ask(message, limit), guest);
  return {
    fault,
    printed: () => printed,
    close: () => guest.end(),
    call: (name, args) => ask({ op: "call", name, args }),
    create: (name, args) => ask({ op: "create", name, args }),
    invoke: (object, name, args) => ask({ op: "invoke", object, name, args }),
    get: (object, name) => ask({ op: "get", object, name }),
    async renew() {
      guest.end();
      if (left-- === 0) return false;
      ({ guest, fault } = await start());
      return fault === null;
    },
  };
}

/** Nothing that a guest sends is trusted to have the shape it should have. */
function outcomeOf(message: Message, guest: Guest): Outcome {
  const { outcome } = message;
  if (guest.gone || !isRecord(outcome) || !Array.isArray(outcome.after)) {
    return { fault: guest.gone ?? { kind: "ended", text: "the program sent something that is no result" }, after: [] };
  }
  const { value, threw, fault, note, after } = outcome;
  const text = (v: unknown): string => (typeof v === "string" ? v : "");
  if (isRecord(fault)) {
    const kind = fault.kind === "forbidden" ? "forbidden" : "missing";
    return { fault: { kind, text: text(fault.text) }, after };
  }
  if (isRecord(threw)) return { threw: { name: text(threw.name), message: text(threw.message) }, after };
  return { value, after, ...(typeof note === "string" && { note }) };
}

class Guest {
  gone: Fault | null = null;
  private readonly child: ChildProcess;
  private readonly wire = new Wire({ owner: true });
  private readonly frames = new Frames();
  private settle: ((message: Message) => void) | null = null;
  private callbacks = 0;

  constructor(nodeOptions: readonly string[], print: (text: string) => void) {
    const flags = ["--disable-warning=ExperimentalWarning", "--max-old-space-size=512", ...nodeOptions];
    this.child = spawn(process.execPath, [...flags, GUEST], { stdio: ["pipe", "pipe", "pipe", "pipe"] });
    this.child.on("exit", () => this.lose({ kind: "ended", text: "the program ended before it gave a result" }));
    this.child.on("error", (error) => this.lose({ kind: "ended", text: error.message }));
    this.child.stdin!.on("error", () => {}); // it ended: `exit` says so
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.setEncoding("utf8").on("data", print);
    (this.child.stdio[3] as Readable).on("data", (bytes: Buffer) => this.hear(bytes));
  }

  /** One question at a time; what comes back is the answer to it, or an empty message when there will be none. */
  ask(message: Message, limit: number): Promise<Message> {
    if (this.gone) return Promise.resolve({});
    this.callbacks = 0;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.lose({ kind: "timeout", text: tooLong(limit) }), limit);
      this.settle = (reply) => {
        clearTimeout(timer);
        resolve(reply);
      };
      this.child.stdin!.write(this.wire.pack(message));
    });
  }

  end(): void {
    this.lose({ kind: "ended", text: "closed" });
  }

  private hear(bytes: Uint8Array): void {
    if (this.gone) return;
    try {
      for (const frame of this.frames.push(bytes)) {
        const message = this.wire.unpack(frame);
        if (message.op === "callback") this.child.stdin!.write(this.wire.pack(this.called(message)));
        else this.finish(message);
      }
    } catch (error) {
      this.lose({ kind: "ended", text: `the program sent something that is no result (${(error as Error).message})` });
    }
  }

  private called({ id, args }: Message): Message {
    if (++this.callbacks > BOUNDS.callbacks) return { threw: `called back more than ${BOUNDS.callbacks} times` };
    try {
      return { value: this.wire.callback(id, args) };
    } catch (error) {
      return { threw: error instanceof Error ? error.message : String(error) };
    }
  }

  private finish(message: Message): void {
    const done = this.settle;
    this.settle = null;
    done?.(message);
  }

  private lose(why: Fault): void {
    this.gone ??= why;
    this.child.kill("SIGKILL");
    this.finish({});
  }
}

/** Runs in the sandbox after the library: cells, one after the other, on the names of those before. */
import type { Done, News, Order, Output } from "../protocol.ts";
import { CellError, type Compiled, compile } from "./compile.ts";
import { printer } from "./console.ts";
import { describe } from "./failure.ts";
import { isGlobal } from "./globals.ts";
import { installHost, runScript } from "./host.ts";
import { modules } from "./modules.ts";
import { bringPictures } from "./pictures.ts";
import type { Kind } from "./scope.ts";

type Record_ = Record<string, unknown>;
type Body = (
  names: Record_,
  define: (accessors: object) => void,
  show: (value: unknown) => void,
  module: (name: string) => Record_,
) => Promise<void>;

const MOST_DISPLAYS = 100;
const send = (news: News): void => postMessage(news);
const library = (globalThis as unknown as { termwise: Record_ }).termwise;
const names: Record_ = {};
const kinds = new Map<string, Kind>();
const sources = new Map<number, string>();
const waiting = new Map<string, { resolve(): void; reject(error: Error): void }>();
const available = modules(fetchText);
let current = 0;
let displays = 0;

Error.stackTraceLimit = 50; // the reader's cell may lie deep below the library
const output = (one: Output): void => send({ output: one, index: current });
const {
  print,
  flush,
  restart,
  console: consoleOfCells,
} = printer((name, text) => output({ type: "stream", name, text }));
Object.assign(console, consoleOfCells);
installHost({
  display(data) {
    flush();
    if (++displays <= MOST_DISPLAYS) output({ type: "display", data: structuredClone(data) });
  },
  record: (name, text) => send({ record: { name, text }, index: current }),
});

addEventListener("message", ({ data }: MessageEvent<Order>) => {
  if ("run" in data) void run(data.run.index, data.run.source);
  else arrived(data.text);
});
// What a cell left running may fail after its end.
addEventListener("error", (event) => {
  event.preventDefault();
  output({ type: "error", ...describe(event.error ?? event.message, current + 1, sources) });
});
addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  output({ type: "error", ...describe(event.reason, current + 1, sources) });
});
send({ ready: true });

async function run(index: number, source: string): Promise<void> {
  const start = performance.now();
  current = index;
  displays = 0;
  restart();
  sources.set(index + 1, source);
  let apart = false;
  let ok = false;
  try {
    const compiled = compile(source, index + 1, { names: kinds, isGlobal, hintFor });
    await loadImports(compiled);
    apart = compiled.taken.every((name) => isPlain(names[name], kinds.get(name)));
    const { value, defined } = await execute(compiled);
    Object.defineProperties(names, defined);
    for (const [name, kind] of compiled.names) kinds.set(name, kind);
    if (value !== undefined && value !== null) print("stdout", value);
    ok = true;
  } catch (reason) {
    flush();
    output({ type: "error", ...describe(reason, index + 1, sources) });
  }
  flush();
  const done: Done = { index, ok, ms: performance.now() - start, apart };
  send({ done });
}

/** Names become visible to later cells only when all of the cell went well. */
async function execute({ script }: Compiled): Promise<{ value: unknown; defined: PropertyDescriptorMap }> {
  let body: Body | undefined;
  const slot = globalThis as unknown as { termwiseCell?: (body: Body) => void };
  slot.termwiseCell = (given) => {
    body = given;
  };
  runScript(script);
  delete slot.termwiseCell;
  if (!body) throw new Error("the cell did not begin");
  let value: unknown;
  let defined: PropertyDescriptorMap = {};
  const define = (accessors: object): void => {
    const found = Object.entries(Object.getOwnPropertyDescriptors(accessors));
    defined = Object.fromEntries(found.map(([name, one]) => [name, { ...one, configurable: true, enumerable: true }]));
  };
  await body(
    names,
    define,
    (shown) => (value = shown),
    (name) => available.get(name) as Record_,
  );
  return { value, defined };
}

async function loadImports({ imports }: Compiled): Promise<void> {
  for (const [from, wanted] of imports) {
    const found = await available.load(from, wanted[0]?.line ?? 1);
    if (wanted.some(({ name }) => name === "mnist10k")) await bringPictures(fetchText);
    for (const { name, line } of wanted)
      if (!(name in found)) throw new CellError(`Module '"${from}"' has no exported member '${name}'.`, { line });
  }
}

function hintFor(name: string): string {
  if (name in library) return `hint: import { ${name} } from "termwise";`;
  return `hint: run the cell that defines ${name}, to its end: what a failed cell defined is lost`;
}

/** A value that a cell cannot change: a number, a text, something imported. */
const isPlain = (value: unknown, kind: Kind | undefined): boolean =>
  kind === "import" || (kind === "const" && (value === null || !["object", "function"].includes(typeof value)));

function fetchText(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    waiting.set(name, { resolve, reject });
    send({ need: name });
  });
}

function arrived({ name, body, error }: Extract<Order, { text: unknown }>["text"]): void {
  const asked = waiting.get(name);
  waiting.delete(name);
  if (body === undefined) {
    asked?.reject(new Error(error ?? `${name} did not load`));
    return;
  }
  runScript(body);
  asked?.resolve();
}

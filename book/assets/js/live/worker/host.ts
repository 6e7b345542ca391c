/** What the library finds as globalThis.__termwise in a page, as in the notebook kernel: displays, records, live figures. */
import { parse } from "acorn";
import type { Bundle } from "../protocol.ts";
import { isTimeless } from "./globals.ts";
import { uses } from "./scope.ts";

interface Sink {
  display(data: Bundle): void;
  record(name: string, text: string): void;
}

let sink: Sink | undefined;

export function installHost(to: Sink): void {
  sink = to;
  (globalThis as { __termwise?: object }).__termwise = {
    display: (data: Bundle) => to.display(data),
    record: (name: string, text: string) => to.record(name, text),
    freeNames,
    evaluate,
  };
}

const show = (mime: string) => (text: unknown) => sink?.display({ [mime]: String(text) });

/** `import { display } from "tslab"`. */
export const display = {
  text: show("text/plain"),
  html: show("text/html"),
  svg: show("image/svg+xml"),
  markdown: show("text/markdown"),
  raw: (mime: string, data: unknown) => sink?.display({ [mime]: data }),
};

const CHANCE = "new termwise.Rng(seed)";

/** The names that a drawing function takes from outside itself, with what to write instead where that is known. */
function freeNames(source: string): { name: string; instead?: string }[] {
  const library = (globalThis as unknown as { termwise: object }).termwise;
  const program = parse(`(${source})`, { ecmaVersion: "latest", sourceType: "module" });
  const names = new Set(uses(program).map(({ name }) => name));
  const found = [...names]
    .filter((name) => !isTimeless(name))
    .map((name) => {
      if (name === "crypto") return { name, instead: CHANCE };
      return name in library ? { name, instead: `termwise.${name}` } : { name };
    });
  return /\bMath\.random\b/.test(source) ? [...found, { name: "Math.random", instead: CHANCE }] : found;
}

/** An expression of the reader's own, evaluated apart from the cell that holds it. */
function evaluate(source: string): unknown {
  const slot = globalThis as { __termwiseValue?: unknown };
  runScript(`globalThis.__termwiseValue = (${source}\n);`);
  return slot.__termwiseValue;
}

/** Runs a classic script now. The sandbox forbids eval; blobs are the way in. */
export function runScript(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    importScripts(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}
declare function importScripts(...addresses: string[]): void;

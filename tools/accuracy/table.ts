/** book/data/accuracy.json: what was measured, compactly. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { backends, type Candidate } from "../../lib/test/support/backends.ts";
import { root } from "../root.ts";
import type { Worst } from "./measure.ts";

/** An operation's worst errors, backend by backend: [values, gradients]. */
export type Line = Readonly<Record<string, readonly [number, number | null]>>;

export interface Table {
  readonly torch: string;
  readonly backends: readonly string[];
  readonly operations: Readonly<Record<string, { readonly cases: number; readonly errors: Line }>>;
}

export const file = "book/data/accuracy.json";

/** Float32 backends as readers use them; the variants that only tests need compute the same. */
export const shown: readonly Candidate[] = ["reference", "wasm", "wasm with relaxed SIMD"].map((name) => {
  const found = backends.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`the conformance tests know no backend "${name}"`);
  return found;
});

/** The version of PyTorch that the golden values were made with, as the script that makes them says. */
export function torchVersion(): string {
  const text = readFileSync(join(root, "tools/golden/golden.py"), "utf8");
  const version = /torch==([\d.]+)/.exec(text)?.[1];
  if (!version) throw new Error("tools/golden/golden.py names no version of torch");
  return version;
}

export function tableOf(
  measured: ReadonlyMap<string, ReadonlyMap<string, Worst>>,
  cases: readonly { op: string }[],
): Table {
  const operations = [...new Set(cases.map(({ op }) => op))].map((op) => {
    const errors = [...measured].map(([name, worst]) => [name, pair(worst.get(op))]);
    return [op, { cases: cases.filter((one) => one.op === op).length, errors: Object.fromEntries(errors) }];
  });
  return { torch: torchVersion(), backends: [...measured.keys()], operations: Object.fromEntries(operations) };
}

function pair(worst: Worst | undefined): Line[string] {
  if (!worst) throw new Error("an operation was not measured");
  return [rounded(worst.values), worst.gradients === null ? null : rounded(worst.gradients)];
}

/** Two digits, upwards: a table may not promise more than was found. */
export function rounded(x: number): number {
  if (x === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(x)) - 1);
  return Number((Math.ceil(x / unit - 1e-9) * unit).toPrecision(2));
}

/** A line an operation, so that a change shows as one. */
export function text({ torch, backends, operations }: Table): string {
  const lines = Object.entries(operations).map(([op, line]) => `    ${JSON.stringify(op)}: ${JSON.stringify(line)}`);
  const head = `  "torch": ${JSON.stringify(torch)},\n  "backends": ${JSON.stringify(backends)},\n`;
  return `{\n${head}  "operations": {\n${lines.join(",\n")}\n  }\n}\n`;
}

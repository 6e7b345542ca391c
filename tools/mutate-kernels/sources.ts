/** The kernels' sources, every change that can be made to them, and a changed source compiled, beside the real one. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import ts from "typescript";
import { flags } from "../kernels/build.ts";
import type { Mutant } from "../mutate-lib/operators.ts";
import { root } from "../root.ts";
import { kernelProposals } from "./operators.ts";

const folder = join(root, "lib/src/backend/wasm/kernels");

/** The text of each file, by name. */
export type Sources = ReadonlyMap<string, string>;

/** A change with its place in the file. */
export interface Change extends Mutant {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The line that it is on. */
  readonly code: string;
}

export const readSources = (): Sources =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".as"))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );

/** Every change of every file. */
export function allChanges(sources: Sources): Change[] {
  const changes: Change[] = [];
  for (const [file, code] of sources) {
    const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
    const seen = new Map<string, number>();
    const lines = code.split("\n");
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || ts.isEnumDeclaration(node)) return;
      for (const { operator, after } of kernelProposals(node, source)) {
        const [start, end] = [node.getStart(source), node.end];
        const before = code.slice(start, end);
        const base = `${file}|${operator}|${before}|${after}`;
        const count = seen.get(base) ?? 0;
        seen.set(base, count + 1);
        changes.push({
          ...{ id: changes.length + 1, place: 0, key: `${base}|${count}`, file, operator, start, end, text: after },
          line: source.getLineAndCharacterOfPosition(start).line + 1,
          code: lines[source.getLineAndCharacterOfPosition(start).line].trim(),
          before: short(before),
          after: short(after),
        });
      }
      node.forEachChild(visit);
    };
    visit(source);
  }
  return changes;
}

/** The module of these sources with a change made, or null where that is no program. */
export async function compiled(sources: Sources, change: Change | null): Promise<Uint8Array | null> {
  let bytes: Uint8Array | null = null;
  const textOf = (file: string): string | null => {
    const code = sources.get(file.replace(/\.ts$/, ".as"));
    if (code === undefined) return null;
    const here = change !== null && file === change.file.replace(/\.as$/, ".ts");
    return here ? code.slice(0, change.start) + change.text + code.slice(change.end) : code;
  };
  const { error } = await asc.main(["index.ts", "-o", "kernels.wasm", ...flags], {
    readFile: textOf,
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== "string") bytes = contents;
    },
    listFiles: () => [],
    stdout: { write: () => true },
    stderr: { write: () => true },
  });
  return error === null ? bytes : null;
}

const short = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
};

/** Stored outcomes, valid as long as neither the mutated file nor any test has changed. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Mutant } from "./operators.ts";

export interface Outcome {
  readonly state: "killed" | "survived";
  /** The test that noticed. */
  readonly by: string | null;
}

interface Stored {
  /** By file: the hash of its text, how many changes were noticed, and the keys of those that were not. */
  readonly files: Readonly<Record<string, { hash: string; killed: number; survived: readonly string[] }>>;
  readonly tests: string;
}

const root = resolve(import.meta.dirname, "../..");
const path = join(import.meta.dirname, "results.json");
const digest = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16);
const hashOf = (file: string): string => digest([readFileSync(join(root, "lib/src", file), "utf8"), operators()]);
const operators = (): string => readFileSync(join(import.meta.dirname, "operators.ts"), "utf8");

function hashOfTests(): string {
  const files = globSync("lib/test/{*.test.ts,support/*.ts,golden/*.json}", { cwd: root }).sort();
  return digest(files.map((f) => readFileSync(join(root, f), "utf8")));
}

/** Outcomes by key, for the files that did not change. */
export function loadResults(mutants: readonly Mutant[]): Map<string, Outcome> {
  const known = new Map<string, Outcome>();
  if (!existsSync(path)) return known;
  const stored: Stored = JSON.parse(readFileSync(path, "utf8"));
  const sameTests = stored.tests === hashOfTests();
  for (const m of mutants) {
    const file = stored.files[m.file];
    if (!file || file.hash !== hashOf(m.file)) continue;
    const survived = file.survived.includes(m.key);
    if (!survived || sameTests) known.set(m.key, { state: survived ? "survived" : "killed", by: null });
  }
  return known;
}

export function saveResults(mutants: readonly Mutant[], known: ReadonlyMap<string, Outcome>): void {
  const files: Record<string, { hash: string; killed: number; survived: string[] }> = {};
  for (const m of mutants) {
    const entry = (files[m.file] ??= { hash: hashOf(m.file), killed: 0, survived: [] });
    if (known.get(m.key)?.state === "killed") entry.killed++;
    else entry.survived.push(m.key);
  }
  const stored: Stored = { tests: hashOfTests(), files };
  writeFileSync(path, `${JSON.stringify(stored, null, 1)}\n`);
}

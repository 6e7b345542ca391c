/** Stored outcomes, valid as long as neither the mutated file nor any test has changed. */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Bundle } from "./bundle.ts";

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
const path = join(import.meta.dirname, "generated/results.json");
const digest = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16);
/** What decides which changes there are, and whether one is noticed. */
const rules = (): string[] =>
  ["operators.ts", "worker.ts"].map((name) => readFileSync(join(import.meta.dirname, name), "utf8"));
/** A file counts as unchanged when its code is, whatever its comments say. */
const hashOf = (text: string): string => digest([text.replaceAll(/\/\*\*[\s\S]*?\*\//g, ""), ...rules()]);

function hashOfTests(): string {
  const files = globSync("lib/test/{*.test.ts,support/*.ts,golden/*.json}", { cwd: root }).sort();
  return digest(files.map((f) => readFileSync(join(root, f), "utf8")));
}

/** Outcomes by key, for the files that did not change. A change that was noticed stays noticed when tests are added. */
export function loadResults({ mutants, sources }: Bundle): Map<string, Outcome> {
  const known = new Map<string, Outcome>();
  if (!existsSync(path)) return known;
  const stored: Stored = JSON.parse(readFileSync(path, "utf8"));
  const sameTests = stored.tests === hashOfTests();
  for (const m of mutants) {
    const file = stored.files[m.file];
    if (!file || file.hash !== hashOf(sources.get(m.file) ?? "")) continue;
    const survived = file.survived.includes(m.key);
    if (!survived || sameTests) known.set(m.key, { state: survived ? "survived" : "killed", by: null });
  }
  return known;
}

/** Stores the outcomes of every file of which all changes were judged. */
export function saveResults({ mutants, sources }: Bundle, known: ReadonlyMap<string, Outcome>): void {
  const files: Record<string, { hash: string; killed: number; survived: string[] }> = {};
  for (const [file, text] of sources) {
    const own = mutants.filter((m) => m.file === file);
    if (!own.every((m) => known.has(m.key))) continue;
    const survived = own.filter((m) => known.get(m.key)?.state === "survived").map((m) => m.key);
    files[file] = { hash: hashOf(text), killed: own.length - survived.length, survived };
  }
  const stored: Stored = { tests: hashOfTests(), files };
  writeFileSync(path, `${JSON.stringify(stored, null, 1)}\n`);
}

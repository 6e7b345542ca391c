/** What was found, kept from run to run: one line a change, valid while the kernels' file and the tests are the same. */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../root.ts";
import { whyUnseen } from "./excuses.ts";
import type { Sources } from "./sources.ts";

export interface Entry {
  readonly key: string;
  readonly file: string;
  readonly line: number;
  /** What stands there. */
  readonly code: string;
  readonly operator: string;
  readonly before: string;
  readonly after: string;
  /** The test that noticed, or null. */
  readonly by: string | null;
}

interface Stored {
  readonly seed: number;
  readonly tests: string;
  readonly files: Readonly<Record<string, string>>;
  readonly changes: readonly Entry[];
}

const file = join(root, "tools/mutate-kernels/generated/results.json");
const digest = (texts: readonly string[]): string =>
  createHash("sha256").update(texts.join("\0")).digest("hex").slice(0, 16);
const ownCode = (text: string): string => text.replaceAll(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, "");

function hashOfTests(): string {
  const files = globSync("lib/test/{,wasm/}{*.test.ts,support/*.ts,golden/*.json}", { cwd: root }).sort();
  return digest(files.map((f) => readFileSync(join(root, f), "utf8")));
}

/** Stored outcomes by key. What survived is judged again when the tests changed, everything when its file did. */
export function readEntries(sources: Sources, again: boolean): Map<string, Entry> {
  if (!existsSync(file)) return new Map();
  const { tests, files, changes } = JSON.parse(readFileSync(file, "utf8")) as Stored;
  const same = tests === hashOfTests() && !again;
  const valid = changes.filter(
    (entry) => files[entry.file] === digest([ownCode(sources.get(entry.file) ?? "")]) && (same || entry.by !== null),
  );
  return new Map(valid.map((entry) => [entry.key, entry]));
}

export function writeEntries(sources: Sources, seed: number, entries: readonly Entry[]): void {
  const files = [...sources].map(
    ([name, text]) => `    ${JSON.stringify(name)}: ${JSON.stringify(digest([ownCode(text)]))}`,
  );
  const lines = entries.map((entry) => {
    const why = entry.by === null ? { unseen: whyUnseen(entry) ?? "not explained" } : {};
    return `    ${JSON.stringify({ ...entry, ...why })}`;
  });
  const head = `  "seed": ${seed},\n  "tests": "${hashOfTests()}",\n  "files": {\n${files.join(",\n")}\n  },`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `{\n${head}\n  "changes": [\n${lines.join(",\n")}\n  ]\n}\n`);
}

/**
 * npm run mutate:kernels: breaks the WebAssembly kernels on purpose, one small change at a time, compiles each beside the
 * real ones and counts the changes that no test sees. Too slow for every commit: it is run when kernels change.
 *
 *   npm run mutate:kernels                a sample of 100 changes, the same on every machine
 *   npm run mutate:kernels -- --count 20  a smaller one
 *   npm run mutate:kernels -- --again     forgets the stored outcomes of what survived
 *
 * Outcomes are kept in tools/mutate-kernels/generated/results.json from change to change: a run that was interrupted goes
 * on where it stopped, and a later one judges only what changed. Changes that give the same program do not count.
 */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import { join } from "node:path";
import { offerHelp } from "./help.ts";
import { buildKernels } from "./kernels/build.ts";
import { whyUnseen } from "./mutate-kernels/excuses.ts";
import { type Entry, readEntries, writeEntries } from "./mutate-kernels/results.ts";
import { allChanges, type Change, compiled, readSources } from "./mutate-kernels/sources.ts";
import { bundleKernelTests } from "./mutate-kernels/tests.ts";
import { judge } from "./mutate-lib/judge.ts";
import type { Mutant } from "./mutate-lib/operators.ts";
import type { Outcome } from "./mutate-lib/results.ts";
import { root } from "./root.ts";

const SEED = 4;
const COUNT = 100;
const LEAST = 0.95;

offerHelp(
  `npm run mutate:kernels [-- --count N | --again]

Breaks the kernels in a seeded sample of ${COUNT} small ways and asks the tests. Takes about 15 minutes.
  --count N   another number of changes
  --again     judges again what no test noticed`,
  ["--count", "--again"],
);

/** All changes in an order that the seed decides; a new line of code moves only its own changes. */
const shuffled = (changes: readonly Change[]): Change[] => {
  const rank = ({ key }: Change): string => createHash("sha256").update(`${SEED}|${key}`).digest("hex");
  return changes
    .map((change) => ({ change, at: rank(change) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ change }) => change);
};

async function main(args: readonly string[]): Promise<number> {
  setPriority(10); // everything else comes first
  const count = args.includes("--count") ? Number(args[args.indexOf("--count") + 1]) : COUNT;
  const folder = join(root, "build/mutants");
  mkdirSync(folder, { recursive: true });
  try {
    return await run(count, args.includes("--again"), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function run(count: number, again: boolean, folder: string): Promise<number> {
  buildKernels(); // the library does not load without them
  const sources = readSources();
  const changes = allChanges(sources);
  const known = readEntries(sources, again);
  const put = (n: number, bytes: Uint8Array): void =>
    writeFileSync(join(folder, `${n}.txt`), Buffer.from(bytes).toString("base64"));
  const original = await compiled(sources, null);
  if (original === null) throw new Error("the kernels do not compile");
  put(0, original);
  const sample: Change[] = [];
  for (const change of shuffled(changes)) {
    if (sample.length === count) break;
    if (!known.has(change.key)) {
      const bytes = await compiled(sources, change);
      if (bytes === null || Buffer.compare(bytes, original) === 0) continue; // no program, or the same one
      put(change.id, bytes);
    }
    sample.push(change);
  }
  const todo = sample.filter(({ key }) => !known.has(key));
  console.log(`${changes.length} changes in ${sources.size} files; ${sample.length} drawn, ${todo.length} to judge`);
  const entriesNow = (): Entry[] => sample.flatMap(({ key }) => known.get(key) ?? []);
  const codeOf = new Map(sample.map(({ key, code }) => [key, code]));
  const note = ({ key, file, line, operator, before, after }: Mutant, { by, state }: Outcome): void => {
    const entry = {
      key,
      file,
      line,
      code: codeOf.get(key) ?? "",
      operator,
      before,
      after,
      by: state === "killed" ? (by ?? "loading") : null,
    };
    known.set(key, entry);
    writeEntries(sources, SEED, entriesNow());
    console.log(`${entriesNow().length} of ${sample.length}: ${told(entry)}`);
  };
  if (todo.length > 0) await judge({ code: await bundleKernelTests(folder), mutants: todo }, todo, note, 1);
  writeEntries(sources, SEED, entriesNow());
  return report(entriesNow());
}

const told = ({ file, line, before, after, by }: Entry): string =>
  `${file}:${line} ${before} → ${after}: ${by === null ? "SURVIVED" : `noticed by ${by}`}`;

function report(entries: readonly Entry[]): number {
  const survivors = entries.filter(({ by }) => by === null);
  const excused = survivors.filter((entry) => whyUnseen(entry) !== null);
  for (const entry of survivors) console.log(`${whyUnseen(entry) ?? "UNEXPLAINED"}: ${told(entry)}`);
  const seen = entries.length - survivors.length;
  const share = seen / (entries.length - excused.length);
  console.log(`${seen} of ${entries.length} noticed, ${excused.length} cannot be: ${(100 * share).toFixed(1)} %`);
  return share >= LEAST ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));

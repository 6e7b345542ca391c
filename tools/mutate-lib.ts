/**
 * npm run mutate:lib: breaks the library on purpose, one small change at a time, and counts the changes that no test sees.
 *
 * All changes of a file are compiled in at once, each behind a switch; the tests (lib/test, without browsers, processes
 * and types) are bundled with it. One run notes which tests pass by which change; then each change is switched on and only
 * those tests run, fastest first, until one fails. Results are kept in tools/mutate-lib/generated/results.json by the content of
 * the mutated file and of all tests, so that a later run redoes only what changed.
 *
 *   npm run mutate:lib              what changed since the stored results, and a random sample of the rest
 *   npm run mutate:lib -- --all     everything
 *   npm run mutate:lib -- sum.ts    the files whose path contains this, with every survivor printed
 */
import { bundleAll } from "./mutate-lib/bundle.ts";
import { excuseOf, excuses } from "./mutate-lib/excuses.ts";
import { judge } from "./mutate-lib/judge.ts";
import type { Mutant } from "./mutate-lib/operators.ts";
import { loadResults, type Outcome, saveResults } from "./mutate-lib/results.ts";

const LEAST = 0.95; // share of changes that must be noticed
const SAMPLE = 40; // stored results that are checked again

function choose(all: readonly Mutant[], known: ReadonlyMap<string, Outcome>, args: readonly string[]): Mutant[] {
  if (args.includes("--all")) return [...all];
  if (args.length > 0) return all.filter((m) => args.some((part) => m.file.includes(part)));
  const unknown = all.filter((m) => !known.has(m.key));
  const stored = all.filter((m) => known.has(m.key));
  const sample = stored.map((m) => ({ m, at: Math.random() })).sort((a, b) => a.at - b.at);
  return [...unknown, ...sample.slice(0, SAMPLE).map(({ m }) => m)];
}

async function main(args: readonly string[]): Promise<number> {
  const start = performance.now();
  const bundle = await bundleAll();
  const known = loadResults(bundle);
  const todo = choose(bundle.mutants, known, args);
  console.log(`${bundle.mutants.length} changes in ${bundle.sources.size} files, ${todo.length} to judge`);
  let count = 0;
  await judge(bundle, todo, (m, now) => {
    const before = known.get(m.key);
    if (before && before.state !== now.state)
      console.log(`stored as ${before.state}, now ${now.state}: ${describe(m)}`);
    if (now.state === "survived" && excuseOf(m) === null) console.log(`survived: ${describe(m)}`);
    known.set(m.key, now);
    if (++count % 200 > 0) return;
    console.log(`${count} of ${todo.length}`);
    saveResults(bundle, known);
  });
  saveResults(bundle, known);
  const judged = bundle.mutants.filter((m) => known.has(m.key));
  report(judged, known);
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
  return judged.length === bundle.mutants.length && share(judged, known) < LEAST ? 1 : 0;
}

const describe = (m: Mutant): string => `${m.file}:${m.line} ${m.operator}: ${m.before} → ${m.after}`;

/** The share of noticed changes among those that can be noticed. */
function share(mutants: readonly Mutant[], known: ReadonlyMap<string, Outcome>): number {
  const judged = mutants.filter((m) => known.get(m.key)?.state === "killed" || excuseOf(m) === null);
  return judged.filter((m) => known.get(m.key)?.state === "killed").length / judged.length;
}

function report(mutants: readonly Mutant[], known: ReadonlyMap<string, Outcome>): void {
  const survivors = mutants.filter((m) => known.get(m.key)?.state === "survived");
  const excused = survivors.filter((m) => excuseOf(m) !== null);
  for (const { reason } of excuses) {
    const count = excused.filter((m) => excuseOf(m) === reason).length;
    if (count > 0) console.log(`excused ${count}: ${reason}`);
  }
  const killed = mutants.length - survivors.length;
  console.log(
    `${killed} of ${mutants.length} noticed, ${excused.length} excused: ${(100 * share(mutants, known)).toFixed(1)} %`,
  );
}

process.exitCode = await main(process.argv.slice(2));

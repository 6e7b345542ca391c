/** The proof of one exercise: its tests accept the solution and nothing else that we could think of. */
import { behaviours, checkAnswer, differing, PRACTICE, run, type Variant, variantsOf } from "@termwise/check";
import { fromSource, type Opened } from "../../grader/check/src/node/open.ts";
import { mutants } from "./mutants.ts";
import type { Proof } from "./proofs.ts";

/** Marks use a seed that nobody knows, so what holds must hold for several. */
export const SEEDS: readonly string[] = [PRACTICE, "b", "c"];
const REQUIRED = {
  mutants: 25,
  mutantsRejected: 0.95,
  heldOut: 6,
  heldOutRejected: 0.98,
  named: 0.9,
  wronglyNamed: 0.02,
};

export async function prove(exercise: Opened, hash: string): Promise<Proof> {
  const faults: string[] = [];
  const [solution, stub] = [
    await scores(exercise, exercise.solutionSource),
    await scores(exercise, exercise.stubSource),
  ];
  const { tests } = exercise.suite;
  const points = tests.reduce((sum, t) => sum + t.points, 0);
  if (points !== exercise.statement.points)
    faults.push(`the statement promises ${exercise.statement.points} points, the tests give ${points}`);
  if (Math.min(...solution) < points) faults.push(`the solution has ${Math.min(...solution)} of ${points} points`);
  if (Math.max(...stub) > 0) faults.push(`the stub has ${Math.max(...stub)} points`);
  const mistakes = await mistakesOf(exercise, faults);
  const changed = await mutantsOf(exercise, faults);
  const heldOut = await heldOutOf(exercise, faults);
  return {
    id: exercise.id,
    title: exercise.title,
    slug: exercise.slug,
    hash,
    points,
    tests: tests.length,
    cases: tests.reduce((sum, t) => sum + t.runs, 0),
    solution: Math.min(...solution),
    stub: Math.max(...stub),
    mistakes,
    mutants: changed,
    heldOut,
    faults,
  };
}

async function scores(exercise: Opened, source: string): Promise<number[]> {
  const list = [];
  for (const seed of SEEDS) list.push((await checkAnswer(exercise, fromSource(source), { seed })).score);
  return list;
}

async function mistakesOf(exercise: Opened, faults: string[]): Promise<Proof["mistakes"]> {
  const list = [];
  for (const mistake of exercise.mistakes) {
    const ways = variantsOf(mistake);
    let rejected = true;
    let named = true;
    for (const way of ways) {
      for (const seed of SEEDS) {
        const found = await verdict(exercise, way, seed);
        rejected &&= found.rejected;
        named &&= found.names === mistake.name;
        if (!found.rejected) faults.push(`${mistake.name} is not rejected (seed ${seed})`);
        else if (found.names !== mistake.name)
          faults.push(`${mistake.name} is named ${found.names || "nothing"} (seed ${seed})`);
      }
    }
    list.push({ name: mistake.name, does: mistake.does, ways: ways.length, rejected, named });
  }
  for (const seed of SEEDS) faults.push(...(await alike(exercise, seed)));
  return list;
}

async function verdict(exercise: Opened, way: Variant, seed: string): Promise<{ rejected: boolean; names: string }> {
  const report = await checkAnswer(exercise, exercise.wrong(way)!, { seed });
  const names = report.naming?.how === "exactly" ? report.naming.mistakes.map((m) => m.name).join(" and ") : "";
  return { rejected: report.score < report.points, names };
}

/** Pairs of mistakes that the tests can hardly tell apart: they need a test between them, or to be one. */
async function alike(exercise: Opened, seed: string): Promise<string[]> {
  const { known } = await behaviours(exercise, seed);
  const faults = [];
  for (const [i, one] of known.entries()) {
    for (const other of known.slice(i + 1)) {
      const apart = differing(other.transcript, one.transcript).size;
      if (other.mistake === one.mistake || apart >= 2) continue;
      faults.push(`${one.mistake.name} and ${other.mistake.name} differ at ${apart} places (seed ${seed})`);
    }
  }
  return faults;
}

async function mutantsOf(exercise: Opened, faults: string[]): Promise<Proof["mutants"]> {
  const all = mutants(exercise.solutionSource);
  const survivors = [];
  for (const { operator, label, source } of all) {
    if (await rejects(exercise, source)) continue;
    const reason = exercise.equivalent[label] ?? null;
    survivors.push({ operator, label, reason });
    if (reason === null) faults.push(`this mutant passes: ${label}`);
  }
  for (const label of Object.keys(exercise.equivalent)) {
    if (!survivors.some((s) => s.label === label))
      faults.push(`listed as equivalent, but no mutant that passes: ${label}`);
  }
  const excused = survivors.filter((s) => s.reason !== null).length;
  const rejected = all.length - survivors.length;
  if (all.length < REQUIRED.mutants) faults.push(`only ${all.length} mutants`);
  if (rejected < REQUIRED.mutantsRejected * (all.length - excused))
    faults.push(`only ${rejected} mutants are rejected`);
  return { made: all.length, rejected, excused, survivors };
}

async function rejects({ suite }: Opened, source: string): Promise<boolean> {
  try {
    const { tests } = await run(suite, fromSource(source), { untilFailure: true });
    return tests.some((t) => t.status !== "passed");
  } catch {
    return true; // does not load
  }
}

async function heldOutOf(exercise: Opened, faults: string[]): Promise<Proof["heldOut"]> {
  const answers = [];
  for (const { file, source, misconception } of exercise.heldOut) {
    const report = await checkAnswer(exercise, fromSource(source));
    const named = report.naming?.mistakes.map((m) => m.name) ?? [];
    answers.push({ file, misconception, rejected: report.score < report.points, named });
  }
  const rejected = answers.filter((a) => a.rejected).length;
  const listed = answers.filter((a) => a.misconception !== null);
  const right = listed.filter(
    ({ misconception, named }) => named.length > 0 && misconception!.every((name) => named.includes(name)),
  );
  const wrong = answers.filter(({ misconception, named }) =>
    named.some((name) => !(misconception ?? []).includes(name)),
  );
  for (const name of listed.flatMap((a) => a.misconception!)) {
    if (!exercise.mistakes.some((m) => m.name === name))
      faults.push(`a wrong answer says ${name}, which is not listed`);
  }
  if (answers.length < REQUIRED.heldOut) faults.push(`only ${answers.length} wrong answers of another hand`);
  if (rejected < REQUIRED.heldOutRejected * answers.length)
    faults.push(`only ${rejected} of ${answers.length} wrong answers of another hand are rejected`);
  // Of eight answers one is an eighth: a single one that stays unnamed is no fault of its exercise.
  if (right.length < Math.min(REQUIRED.named * listed.length, listed.length - 1))
    faults.push(`only ${right.length} of ${listed.length} listed misconceptions are named`);
  if (wrong.length > REQUIRED.wronglyNamed * answers.length)
    faults.push(`${wrong.length} of ${answers.length} are named wrongly`);
  return {
    made: answers.length,
    rejected,
    listed: listed.length,
    named: right.length,
    wronglyNamed: wrong.length,
    answers,
  };
}

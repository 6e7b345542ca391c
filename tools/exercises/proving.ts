/** The command `npm run prove`: which proofs are due, and what they say. */
import { openExercise } from "../../grader/check/src/node/open.ts";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { root } from "../root.ts";
import { OPERATORS } from "./mutants.ts";
import { prove, SEEDS } from "./proof.ts";
import { hashOf, type Proof, type Proofs, readProofs, writeProofs } from "./proofs.ts";
import { selected } from "./select.ts";

const HELP = `npm run prove [-- [E05.4 | ch05 | softmaxAxis …] [--all] [--check]]
  proves the tests of what changed, or of the exercises named, and writes exercises/proofs.json
  --all     also what did not change
  --check   writes nothing; fails unless the committed proofs hold (proves again what changed, and one at random)`;

export async function proveCommand(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(HELP);
    return 0;
  }
  const checking = args.includes("--check");
  const names = args.filter((arg) => !arg.startsWith("--"));
  const before = new Map((readProofs()?.exercises ?? []).map((proof) => [proof.slug, proof]));
  const slugs = exerciseSlugs(root);
  const chosen = names.length > 0 ? await selected(names) : slugs;
  const changed = chosen.filter((slug) => before.get(slug)?.hash !== hashOf(slug));
  const due = new Set(args.includes("--all") || names.length > 0 ? chosen : changed);
  const sample = checking ? pick(chosen.filter((slug) => !due.has(slug))) : null;
  if (sample) due.add(sample);

  const after = new Map<string, Proof>();
  let wrong = 0;
  for (const slug of slugs) {
    const known = before.get(slug);
    if (!due.has(slug)) {
      if (known) after.set(slug, known);
      continue;
    }
    const proof = await prove(await openExercise(root, slug), hashOf(slug));
    after.set(slug, proof);
    console.log(line(proof));
    for (const fault of proof.faults) console.log(`        ${fault}`);
    const differs = checking && known !== undefined && outcome(known) !== outcome(proof);
    if (checking && (differs || !known)) console.log("        exercises/proofs.json says otherwise: run npm run prove");
    if (proof.faults.length > 0 || differs || (checking && !known)) wrong++;
  }
  const unproved = [...before.keys()].filter((slug) => !slugs.includes(slug));
  for (const slug of unproved) console.log(`FAILED  ${slug} is proved in exercises/proofs.json but is not there`);
  if (!checking) {
    // Others may have written since: of what was not proved now, the file as it is counts.
    const now = new Map((readProofs()?.exercises ?? []).map((proof) => [proof.slug, proof]));
    for (const slug of due) now.set(slug, after.get(slug)!);
    writeProofs(proofsOf(exerciseSlugs(root).flatMap((slug) => now.get(slug) ?? [])));
  }
  console.log(`prove: ${after.size} exercises, ${due.size} proved now, ${wrong} with faults`);
  return wrong > 0 || (checking && unproved.length > 0) ? 1 : 0;
}

function proofsOf(exercises: readonly Proof[]): Proofs {
  const operators = OPERATORS.map(({ name, does }) => ({ name, does }));
  const sorted = [...exercises].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { schema: "termwise/proofs/1", seeds: SEEDS, operators, exercises: sorted };
}

const outcome = ({ hash: _, ...rest }: Proof): string => JSON.stringify(rest);
const pick = (list: readonly string[]): string | null => list[Math.floor(Math.random() * list.length)] ?? null;

function line({ id, title, mistakes, mutants, heldOut, faults }: Proof): string {
  const named = mistakes.filter((m) => m.rejected && m.named).length;
  return [
    faults.length === 0 ? "ok    " : "FAILED",
    `${id} ${title}:`,
    `${named}/${mistakes.length} mistakes named,`,
    `${mutants.rejected}/${mutants.made} mutants rejected (${mutants.excused} equivalent),`,
    `${heldOut.rejected}/${heldOut.made} other wrong answers rejected, ${heldOut.named}/${heldOut.listed} named`,
  ].join(" ");
}

/**
 * exercises/proofs.json: what was proved of every exercise, and of which content. The book makes its table
 * "How the tests were tested" from it: one row an exercise, in the order of the ids.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

export interface Proof {
  readonly id: string;
  readonly title: string;
  /** `ch05/softmaxAxis` */
  readonly slug: string;
  /** SHA-256 of the exercise's files, its solution, the suite library and the prover. */
  readonly hash: string;
  readonly points: number;
  readonly tests: number;
  /** Inputs tried on every answer, all tests together. */
  readonly cases: number;
  /** Points of the solution (the least over the seeds) and of the untouched stub (the most). */
  readonly solution: number;
  readonly stub: number;
  /** The named wrong answers; `ways`: how many forms of each. All are tried under every seed. */
  readonly mistakes: readonly {
    readonly name: string;
    readonly does: string;
    readonly ways: number;
    readonly rejected: boolean;
    readonly named: boolean;
  }[];
  /** Small changes of the solution. Survivors pass; those with a reason change nothing that could be seen. */
  readonly mutants: {
    readonly made: number;
    readonly rejected: number;
    readonly excused: number;
    readonly survivors: readonly {
      readonly operator: string;
      readonly label: string;
      readonly reason: string | null;
    }[];
  };
  /** Wrong answers written from the statement alone, in another style. `listed`: those that make a listed mistake. */
  readonly heldOut: {
    readonly made: number;
    readonly rejected: number;
    readonly listed: number;
    readonly named: number;
    readonly wronglyNamed: number;
    readonly answers: readonly {
      readonly file: string;
      readonly misconception: readonly string[] | null;
      readonly rejected: boolean;
      readonly named: readonly string[];
    }[];
  };
  /** Why the proof fails; empty when it holds. */
  readonly faults: readonly string[];
}
export interface Proofs {
  readonly schema: "termwise/proofs/1";
  readonly seeds: readonly string[];
  /** The operators that make mutants. */
  readonly operators: readonly { readonly name: string; readonly does: string }[];
  readonly exercises: readonly Proof[];
}

const PATH = join(root, "exercises/proofs.json");

export const readProofs = (): Proofs | null =>
  existsSync(PATH) ? (JSON.parse(readFileSync(PATH, "utf8")) as Proofs) : null;

export function writeProofs(proofs: Proofs): void {
  writeFileSync(PATH, `${JSON.stringify(proofs, null, 1)}\n`);
}

/** The files that decide what a proof says, besides the exercise's own; how a report looks does not matter. */
const SHARED = [
  "grader/check/src/{answer,calculus,case,cross,difference,draw,exercise,local,naming,run,suite,values}.ts",
  "grader/check/src/node/{open,patch,statement}.ts",
  "tools/exercises/{proof,mutants}.ts",
];

/** What a proof depends on: this exercise, and what runs and proves all of them. Not the library, which has its own tests. */
export function hashOf(slug: string): string {
  const hash = createHash("sha256");
  const own = [`exercises/${slug}/**/*.{ts,md}`, `solutions/${slug}.ts`];
  if (slug.includes("/lab-")) own.push("exercises/labs/*.ts"); // the network whose runs labs record
  const files = [...own, ...SHARED].flatMap((pattern) => globSync(pattern, { cwd: root }));
  for (const file of files.map((f) => f.replaceAll("\\", "/")).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file), "utf8").replaceAll("\r\n", "\n"));
  }
  return hash.digest("hex");
}

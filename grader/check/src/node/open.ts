/** Opens an exercise from its folder: statement, stub, suite, mistakes, solution, wrong answers of another hand. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import * as library from "termwise";
import type { Answer } from "../answer.ts";
import { termwise } from "../bridge.ts";
import type { Exercise } from "../exercise.ts";
import { localAnswer } from "../local.ts";
import type { Mistake } from "../naming.ts";
import type { Suite } from "../suite.ts";
import { applyChanges, evaluate } from "./patch.ts";
import { type Statement, statement } from "./statement.ts";

export interface HeldOut {
  readonly file: string;
  readonly source: string;
  /** The name of a listed mistake, or null for a wrong answer of no listed kind. */
  readonly misconception: readonly string[] | null;
}
export interface Opened extends Exercise {
  /** `ch05/softmaxAxis` */
  readonly slug: string;
  readonly folder: string;
  readonly statement: Statement;
  readonly solutionSource: string;
  readonly stubSource: string;
  /** Mutants that change nothing anybody could see, with the reason. */
  readonly equivalent: Readonly<Record<string, string>>;
  readonly heldOut: readonly HeldOut[];
}

/** `openExercise(root, "ch05/softmaxAxis")` */
export async function openExercise(root: string, slug: string): Promise<Opened> {
  const folder = `${root}/exercises/${slug}`;
  const load = (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(`${folder}/${file}`).href);
  const text = (path: string): string => readFileSync(path, "utf8");
  const about = statement(text(`${folder}/exercise.md`));
  const suite = (await load("suite.ts")).default as Suite;
  const { default: mistakes, equivalent = {} } = (await load("mistakes.ts")) as unknown as MistakesModule;
  const solutionSource = text(`${root}/solutions/${slug}.ts`);
  if (suite.id !== about.id) throw new Error(`${slug}: the suite is ${suite.id}, the statement ${about.id}`);
  return {
    id: about.id,
    title: about.title,
    forbidden: about.forbidden,
    statement: about,
    stubSource: text(`${folder}/stub.ts`),
    heldOut: heldOut(`${folder}/heldout`),
    ...{ slug, folder, suite, mistakes, equivalent, solutionSource },
    solution: () => fromSource(solutionSource),
    wrong: (...variants) => {
      const source = applyChanges(solutionSource, variants);
      return source === null ? null : fromSource(source);
    },
  };
}
interface MistakesModule {
  readonly default: readonly Mistake[];
  readonly equivalent?: Readonly<Record<string, string>>;
}

/** An in-process answer from TypeScript text that is trusted. */
export const fromSource = (source: string): Answer =>
  localAnswer(evaluate(source, { termwise: { ...library } }), termwise);

function heldOut(folder: string): HeldOut[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => {
    const source = readFileSync(`${folder}/${file}`, "utf8");
    const [, named] = /^\/\/ misconception: (.+)$/m.exec(source) ?? [];
    if (!named) throw new Error(`${folder}/${file}: the first line says "// misconception: name" or none`);
    return { file, source, misconception: named === "none" ? null : named.split(" and ") };
  });
}

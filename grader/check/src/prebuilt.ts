/** Exercises as they are built for notebooks and pages: suite, mistakes and solution as JavaScript, nothing to compile. */
import type { Answer } from "./answer.ts";
import { termwise } from "./bridge.ts";
import type { Exercise } from "./exercise.ts";
import { localAnswer } from "./local.ts";
import type { Mistake, Variant } from "./naming.ts";
import type { Suite } from "./suite.ts";

type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type MakeExports = (modules: Modules) => Record<string, unknown>;

/** What a built file exports. */
export interface Prebuilt {
  readonly id: string;
  readonly title: string;
  readonly forbidden: readonly string[];
  readonly suite: Suite;
  /** The words of each mistake, and in how many forms it is there. */
  readonly mistakes: readonly (Pick<Mistake, "name" | "does" | "belief" | "hint"> & { readonly ways: number })[];
  readonly modules: Modules;
  readonly solution: MakeExports;
  /** By "mistake.form", and pairs of first forms by "0.0+3.0"; pairs whose changes overlap are missing. */
  readonly wrong: Readonly<Record<string, MakeExports>>;
}
export interface Listing {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

/** The key of one form of a mistake in `wrong`. */
export const formKey = (mistake: number, form: number): string => `${mistake}.${form}`;

/** A built exercise, as a check uses it. */
export function exerciseOf(built: Prebuilt): Exercise {
  const keys = new Map<Variant, string>();
  const mistakes = built.mistakes.map(({ ways, ...words }, k): Mistake => {
    const also = Array.from({ length: ways - 1 }, (): Variant => ({}));
    const mistake: Mistake = { ...words, also };
    for (const [form, variant] of [mistake, ...also].entries()) keys.set(variant, formKey(k, form));
    return mistake;
  });
  const answer = (make: MakeExports): Answer => localAnswer(make(built.modules), termwise);
  return {
    id: built.id,
    title: built.title,
    forbidden: built.forbidden,
    suite: built.suite,
    mistakes,
    solution: () => answer(built.solution),
    wrong: (...variants) => {
      const make = built.wrong[variants.map((v) => keys.get(v)).join("+")];
      return make ? answer(make) : null;
    },
  };
}

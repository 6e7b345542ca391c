/** Which exercises a command means: `E05.4`, `ch05`, `softmaxAxis`, `ch05/softmaxAxis`. */
import { readFileSync } from "node:fs";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { statement } from "../../grader/check/src/node/statement.ts";
import { root } from "../root.ts";

/** A name that fits no exercise, with what there is. */
export class UnknownExercise extends Error {}

export interface Listed {
  readonly slug: string;
  readonly id: string;
  readonly title: string;
}

/** All exercises, in the order of the chapters. */
export function listed(): Listed[] {
  const found = exerciseSlugs(root).map((slug) => {
    const { id, title } = statement(readFileSync(`${root}/exercises/${slug}/exercise.md`, "utf8"));
    return { slug, id, title };
  });
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The slugs that these names mean; a name that means nothing is an UnknownExercise. */
export function selected(names: readonly string[]): string[] {
  const all = listed();
  const found = names.flatMap((name) => {
    const wanted = name.toLowerCase().replace(/\/$/, "");
    const fits = ({ slug, id }: Listed): boolean => {
      const [chapter, own] = slug.toLowerCase().split("/");
      const short = [`e${chapter.slice(2)}`, `l${chapter.slice(2)}`].filter((one) => id.toLowerCase().startsWith(one));
      return [id.toLowerCase(), slug.toLowerCase(), chapter, own, ...short].includes(wanted);
    };
    const some = all.filter(fits).map(({ slug }) => slug);
    if (some.length === 0) throw new UnknownExercise(unknown(name, all));
    return some;
  });
  return [...new Set(found)];
}

const unknown = (name: string, all: readonly Listed[]): string =>
  [
    `There is no exercise ${name}. There are:`,
    ...all.map(({ id, slug, title }) => `  ${id}  ${slug.padEnd(24)} ${title}`),
  ].join("\n");

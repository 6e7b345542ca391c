/** Where the exercises are. */
import { existsSync, readdirSync } from "node:fs";

/** The slugs of all exercises, in the order of the chapters and ids. */
export function exerciseSlugs(root: string): string[] {
  const folders = readdirSync(`${root}/exercises`, { withFileTypes: true }).filter((f) => f.isDirectory());
  return folders
    .flatMap(({ name }) => readdirSync(`${root}/exercises/${name}`).map((slug) => `${name}/${slug}`))
    .filter((slug) => existsSync(`${root}/exercises/${slug}/exercise.md`))
    .sort();
}

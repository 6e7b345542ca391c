/** Which files of the course readers get copies of. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file of the course. `later`: the reader's copy is made by the exercise's first check, not before. */
export interface CourseFile {
  readonly source: string;
  readonly later: boolean;
}

/** Name in work/ → the course's file: notebooks, exercise notebooks, and the stubs that answers start from. */
export function courseFiles(root: string): Map<string, CourseFile> {
  const files = new Map<string, CourseFile>();
  for (const [folder, to] of [
    ["notebooks", ""],
    ["notebooks/exercises", "exercises/"],
  ] as const) {
    const names = entries(join(root, folder)).filter((name) => name.endsWith(".ipynb"));
    for (const name of names) files.set(to + name, { source: join(root, folder, name), later: false });
  }
  for (const chapter of entries(join(root, "exercises"))) {
    for (const slug of entries(join(root, "exercises", chapter))) {
      const source = join(root, "exercises", chapter, slug, "stub.ts");
      if (existsSync(source)) files.set(`exercises/${chapter}/${slug}/answer.ts`, { source, later: true });
    }
  }
  return files;
}

/** The names in a folder, sorted; none when it is a file or not there. */
function entries(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder).sort() : [];
}

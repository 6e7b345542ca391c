/** Which files of the course readers get copies of. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Name in work/ → the course's file, in order. */
export function courseFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const [folder, to] of [
    ["notebooks", ""],
    ["notebooks/exercises", "exercises/"],
  ] as const) {
    for (const name of notebooks(join(root, folder))) files.set(to + name, join(root, folder, name));
  }
  return files;
}

function notebooks(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".ipynb"))
    .sort();
}

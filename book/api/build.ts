/** The reference of the library in build/book-api, made from its source; nothing to do while that is unchanged. */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLibrary } from "./read.ts";
import { namesOf, pagesOf } from "./write.ts";

/** Returns whether the pages had to be made. */
export function buildReference(root: string): boolean {
  const folder = join(root, "build/book-api");
  const stamp = join(folder, ".version");
  const version = hashOf(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return false;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const library = readLibrary(root);
  for (const [name, text] of pagesOf(library)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "names.json"), JSON.stringify(namesOf(library))); // for the pages of terms
  writeFileSync(stamp, version);
  return true;
}

function hashOf(root: string): string {
  const files = globSync(["lib/src/**/*.ts", "book/api/*.ts"], { cwd: root }).sort();
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

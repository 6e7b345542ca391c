/** Decides which steps of set-up still have to be done, by comparing what is there with what it was made from. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readState } from "./paths.mjs";

/**
 * A short hash of texts and of the contents of files and folders; what is missing counts as empty.
 * @param {readonly string[]} texts @param {readonly string[]} files
 */
export function hashOf(texts, files) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(`${text}\0`);
  for (const file of files.flatMap(contents)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 20);
}

/** The files of a folder at any depth, sorted, without what Python and the file manager leave behind. */
function contents(path) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.isFile() ? [path] : [];
  const names = readdirSync(path).filter((name) => name !== "__pycache__" && name !== ".DS_Store");
  return names.sort().flatMap((name) => contents(join(path, name)));
}

/** Remembers that a step is finished. Written only after it succeeded, so an interrupted step is done again. */
export function record(stateFile, changes) {
  writeFileSync(stateFile, `${JSON.stringify({ ...readState(stateFile), ...changes }, null, 2)}\n`);
}

/**
 * True when node_modules holds what package-lock.json lists, by npm's own record of what it installed.
 * Packages for other systems may be absent.
 */
export function modulesMatch(folder) {
  const wanted = packagesOf(join(folder, "package-lock.json"));
  const have = packagesOf(join(folder, "node_modules", ".package-lock.json"));
  if (!wanted || !have) return false;
  const same = (name) => have[name]?.version === wanted[name].version && have[name]?.resolved === wanted[name].resolved;
  const names = Object.keys(wanted).filter((name) => name.startsWith("node_modules/"));
  const complete = names.every((name) => {
    const { link, optional } = wanted[name];
    return link ? existsSync(join(folder, name)) : same(name) || (optional && !have[name]);
  });
  return complete && Object.keys(have).every((name) => name in wanted);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

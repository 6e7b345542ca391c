/**
 * Runs a program of the course inside its environment: `node tools/run.mjs tools/x.ts …`, or a command such as
 * `node tools/run.mjs python -m …`. Sets up first when that has not been done. Every npm script goes through here.
 */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, readState, root } from "./setup/paths.mjs";
import { variables } from "./setup/processes.mjs";
import { become, setUpOrExplain } from "./setup.mjs";

const [program, ...args] = process.argv.slice(2);
if (!program) {
  process.stderr.write("usage: node tools/run.mjs <file.ts | file.py | command> [arguments]\n");
  process.exit(2);
}

const { node, env } = await ready();
const file = resolve(root, program);
if (program.endsWith(".py")) become("python", [file, ...args], env);
else if (!/\.[cm]?[jt]s$/.test(program)) become(program, args, env);
else if (realpathSync(node) === realpathSync(process.execPath)) await here();
else become(node, [file, ...args], env);

/** The environment as set-up left it; set-up runs only when something of it is missing. */
async function ready() {
  const { bin, state } = environment();
  const { node, finished } = readState(state);
  if (finished && existsSync(node) && existsSync(resolve(root, "node_modules"))) return { node, env: variables(bin) };
  process.stderr.write("The course is not set up yet; doing that first.\n");
  return await setUpOrExplain();
}

/** We are the right Node already: no second process is needed. */
async function here() {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
}

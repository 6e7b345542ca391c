/** Where things are: the checkout, and the environment that holds Python, Node and JupyterLab. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const windows = process.platform === "win32";

/**
 * @typedef {{ kind: "venv" | "conda", prefix: string, bin: string, python: string, state: string }} Environment
 * @typedef {{ finished?: boolean, node?: string, npm?: string | null, nodeLock?: string | null, python?: string,
 *   pythonVersion?: string, packages?: string, library?: string, jupyter?: string }} State what set-up remembers
 */

/**
 * The environment in use: an active conda environment that was made from environment.yml, else `.venv`.
 * @param {Record<string, string | undefined>} [env] @returns {Environment}
 */
export function environment(env = process.env, folder = root) {
  const conda = [env.NB_PYTHON_PREFIX, env.CONDA_PREFIX].find((prefix) => prefix && isOurs(prefix));
  const prefix = conda ?? join(folder, ".venv");
  const bin = windows && conda ? prefix : join(prefix, windows ? "Scripts" : "bin");
  const python = join(bin, windows ? "python.exe" : "python");
  return { kind: conda ? "conda" : "venv", prefix, bin, python, state: join(prefix, "termwise-setup.json") };
}

/** A conda environment is ours when it has what a bare one lacks: JupyterLab, Sphinx and Node. */
function isOurs(prefix) {
  const records = join(prefix, "conda-meta");
  if (!existsSync(records)) return false;
  const names = readdirSync(records).join("\n");
  return ["jupyterlab", "sphinx", "nodejs"].every((name) => new RegExp(`^${name}-\\d`, "m").test(names));
}

/** What earlier set-ups finished, by step; empty when there is nothing or it cannot be read. @returns {State} */
export function readState(file = environment().state) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

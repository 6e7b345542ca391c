/** Runs programs for set-up: their output is kept for the log, their environment is cleaned, none outlives us. */
import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { Failure } from "./failures.mjs";
import { root } from "./paths.mjs";

export const logFile = join(root, "build", "setup.log");
const running = new Set();

/** Settings of npm that say where and how this machine downloads; they must reach another Node's npm too. */
const NPM_SETTINGS =
  /^npm_config_(registry|cafile|ca|cache|proxy|https_proxy|noproxy|globalconfig|userconfig|strict_ssl)$/i;
const FOREIGN =
  /^(npm_|PYTHONHOME$|PYTHONPATH$|PYTHONSTARTUP$|VIRTUAL_ENV|__PYVENV|NODE_OPTIONS$|JUPYTER_|JUPYTERLAB_)/i;

/**
 * The environment variables for programs of the course: `bin` is first on PATH, other projects' settings are gone.
 * @param {string} bin @param {NodeJS.ProcessEnv} [env] @returns {NodeJS.ProcessEnv}
 */
export function variables(bin, env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !FOREIGN.test(name) || NPM_SETTINGS.test(name));
  const clean = Object.fromEntries(kept);
  const path = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== bin && !/node-gyp-bin/.test(folder));
  return { ...clean, PATH: [bin, ...path].join(delimiter) };
}

/**
 * Runs a program to its end and returns what it printed; throws a Failure that knows reason and remedy.
 * @param {string} command @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { env, cwd = root, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    const take = (text) => {
      output += text;
      if (onLine) for (const line of String(text).split("\n")) if (line.trim()) onLine(line.trim());
    };
    child.stdout.setEncoding("utf8").on("data", take);
    child.stderr.setEncoding("utf8").on("data", take);
    const fail = (detail) => reject(new Failure([command, ...args], `${output}\n${detail}`));
    child.on("error", (error) => fail(`${error.code ?? ""} ${error.message}`));
    child.on("close", (code, signal) => {
      running.delete(child);
      log(`$ ${command} ${args.join(" ")}\n${output}\n(exit ${code ?? signal})\n`);
      if (code === 0) resolve(output);
      else fail(signal ? `ended by ${signal}` : "");
    });
  });
}

/** Ends the programs that are still running; used when set-up is interrupted. */
export function stopAll() {
  for (const child of running) child.kill("SIGTERM");
}

function log(text) {
  try {
    mkdirSync(dirname(logFile), { recursive: true });
    appendFileSync(logFile, text);
  } catch {
    // A full disk must not hide the failure that filled it.
  }
}

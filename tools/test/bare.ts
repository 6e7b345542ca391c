/** A machine as a stranger has it: a clone of the last commit, an empty home folder, no environment active. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import { root } from "../root.ts";

/** Clones the last commit into `folder`/course. Returns its path. */
export function clone(folder: string): string {
  const course = join(folder, "course");
  execFileSync("git", ["clone", "--quiet", "--no-hardlinks", root, course]);
  return course;
}

/**
 * The environment variables of a bare machine, with `folder`/home as its home. How to reach the package registries,
 * which this machine's home folder may say, is passed on; nothing else is.
 */
export function bareVariables(folder: string): NodeJS.ProcessEnv {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const foreign =
    /^(npm_|VIRTUAL_ENV|CONDA|NODE_OPTIONS|NODE_PATH|PYTHON(HOME|PATH)|JUPYTER|VITEST|NODE_ENV$|TEST$|XDG_|MODE$|DEV$|PROD$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const inside = (path: string): boolean => path.startsWith(root) || path.includes("node_modules");
  const path = (process.env.PATH ?? "").split(delimiter).filter((part) => !inside(part));
  return { ...Object.fromEntries(kept), HOME: home, PATH: path.join(delimiter), ...registrySettings() };
}

function registrySettings(): NodeJS.ProcessEnv {
  const files = {
    npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), ".npmrc"),
    PIP_CONFIG_FILE: process.env.PIP_CONFIG_FILE ?? join(homedir(), ".config", "pip", "pip.conf"),
  };
  return Object.fromEntries(Object.entries(files).filter(([, file]) => existsSync(file)));
}

/** Command lines of the processes that have something to do with a folder (Linux). */
export function processesOf(folder: string): string[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.map(commandLine).filter((line) => line.includes(folder));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return ""; // it has just ended
  }
}

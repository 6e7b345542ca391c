/**
 * Sets the course up: Python, Node, packages, library, kernel. Does only what is missing, and says why when it cannot.
 * `node tools/setup.mjs` does just that; `--start …` then serves the course, `--then tools/x.ts …` runs another program.
 * This file, run.mjs and setup/ are the only ones that the machine's own, perhaps old, Node runs.
 */
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { describe } from "./setup/failures.mjs";
import { help, readOptions } from "./setup/options.mjs";
import { root } from "./setup/paths.mjs";
import { stopAll } from "./setup/processes.mjs";
import { setUp } from "./setup/setup.mjs";

/** Sets up; ends the program with the reason and the remedy when that fails. */
export async function setUpOrExplain() {
  const interrupted = () => {
    stopAll();
    process.stderr.write("\n  Set-up was interrupted. Run the same command again: it goes on where it stopped.\n");
    process.exit(130);
  };
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    return await setUp();
  } catch (error) {
    process.stderr.write(describe(error.title ?? "Set-up", error));
    process.exit(1);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
  }
}

/** Runs a program of the course in our place: signals reach it, and its exit code becomes ours. */
export function become(node, args, env) {
  const child = spawn(node, args, { cwd: root, env, stdio: "inherit" });
  process.on("SIGINT", () => {}); // the terminal sends it to the child as well
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}

async function main([first, ...rest]) {
  const program = first === "--then" ? rest.shift() : "tools/start.ts";
  if (first === "--start") obey(readOptions(rest));
  const { node, env } = await setUpOrExplain();
  if (first) become(node, [program, ...rest], env);
}

/** Answers --help and mistakes at once, before anything is installed. */
function obey({ help: asked, error }) {
  if (error) process.stderr.write(`${error}\n\n${help}`);
  else if (asked) process.stdout.write(help);
  if (error || asked) process.exit(error ? 2 : 0);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));

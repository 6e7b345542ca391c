/** Ends what was started, in order, however the end comes: Ctrl-C, a closed terminal, a server that died. */
import { randomBytes } from "node:crypto";
import process from "node:process";
import type { Lab } from "./lab.ts";

/** The secret in JupyterLab's address; a new one for each start. */
export function newToken(): string {
  return randomBytes(24).toString("hex");
}

/** Ends everything and then the program. Says why when that was not asked for. */
export type Stop = (code: number, reason?: string) => Promise<void>;

/** Calls `ends` when the program has to end. Returns the function that does it, for other reasons to end. */
export function stopTogether(ends: readonly (() => unknown)[], lab: Lab): Stop {
  let stopping = false;
  const stop: Stop = async (code, reason) => {
    if (stopping) return;
    stopping = true;
    if (reason) console.error(`\n  ${reason}`);
    else console.log("\n  Ending JupyterLab and its kernels …");
    await Promise.all(ends.map((end) => end()));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
  const parent = process.ppid;
  const watch = (): void => void (process.ppid !== parent && stop(0)); // whoever started us is gone
  setInterval(watch, 1000).unref();
  lab.process.once("exit", () => void stop(1, `JupyterLab ended; its last words are in ${lab.log}.`));
  return stop;
}

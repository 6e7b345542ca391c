/** Lets only one set-up of a checkout run at a time; a second one waits for the first. */
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while holding the checkout's lock. The lock of a program that is no longer there counts as free.
 * @template T @param {string} root @param {() => Promise<T>} work
 * @param {{ say?: (text: string) => unknown, every?: number }} [options] @returns {Promise<T>}
 */
export async function withLock(root, work, { say = (text) => process.stderr.write(text), every = 500 } = {}) {
  const file = lockFile(root);
  let told = false;
  for (let owner = take(file); owner !== process.pid; owner = take(file)) {
    if (!told) say(`  Another set-up is running (process ${owner}); waiting for it …\n`);
    told = true;
    await sleep(every);
  }
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** Where the number of the process is written that sets this checkout up. */
export function lockFile(root) {
  return join(tmpdir(), `termwise-setup-${createHash("sha256").update(root).digest("hex").slice(0, 12)}.lock`);
}

/** Takes the lock if it is free. Returns the process that holds it now. */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return process.pid;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const owner = ownerOf(file);
  if (owner && alive(owner)) return owner;
  rmSync(file, { force: true });
  return take(file);
}

function ownerOf(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

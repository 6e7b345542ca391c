/** `npm run update`: brings the newest course, sets up what changed and renews work/. Your own work stays as it is. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { offerHelp } from "./help.ts";
import { root } from "./root.ts";

offerHelp(
  "npm run update\n\nBrings the newest course, sets up what changed and renews work/. What you have written stays.",
);

const pulled = pull();
if (pulled) console.log(pulled.said);
if (pulled?.failed) process.exit(1);
// A new process, because the programs themselves may just have changed.
const { status } = spawnSync(process.execPath, ["tools/setup.mjs", "--then", "tools/learner/refresh.ts"], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;

/** Fast-forwards a clone that follows a remote; null for a folder that was downloaded. */
function pull(): { said: string; failed: boolean } | null {
  if (!existsSync(join(root, ".git"))) {
    return {
      said: "This folder is not a git clone: download the new course over it, then run this again.",
      failed: false,
    };
  }
  if (git("rev-parse", "--abbrev-ref", "@{upstream}") === null) {
    return { said: "This branch follows no remote, so there is nothing to bring.", failed: false };
  }
  const before = git("rev-parse", "HEAD");
  const run = spawnSync("git", ["pull", "--ff-only", "--quiet"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["inherit", "pipe", "pipe"],
  });
  if (run.status !== 0)
    return { said: `git pull did not work:\n${run.stderr.trim()}\n${remedy(run.stderr)}`, failed: true };
  const count = git("rev-list", "--count", `${before}..HEAD`);
  return {
    said: count === "0" ? "You have the newest course already." : `${count} changes to the course.`,
    failed: false,
  };
}

function remedy(error: string): string {
  if (/local changes|would be overwritten/.test(error)) {
    return "Remedy: you have changed files of the course itself. `git stash` puts your changes aside; work/ is not affected.";
  }
  if (/not possible to fast-forward|diverg/i.test(error))
    return "Remedy: you have commits of your own; merge with `git pull --no-rebase`.";
  return "Remedy: check the network connection, then run npm run update again.";
}

function git(...args: string[]): string | null {
  try {
    return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return null;
  }
}

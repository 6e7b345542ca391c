/** Builds the book when its sources have changed since the last time, while JupyterLab is already in use. */
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { root } from "../root.ts";
import { hashOf } from "../setup/stamps.mjs";

export const bookFolder: string = join(root, "build", "book");

const SOURCES = [
  "book",
  "chapters",
  "notebooks",
  "exercises",
  "solutions",
  "tools/notebooks",
  "tools/figures",
  "tools/learner/progress",
  "lib/src",
  "package-lock.json",
];

/** Returns why the book could not be built, or null when it is there. */
export async function buildBook(
  say: (text: string) => void,
  build: () => Promise<number> = runBuild,
  folder: string = root,
): Promise<string | null> {
  const stamp = join(folder, "build", "book.stamp");
  const index = join(folder, "build", "book", "index.html");
  const now = sourcesOf(folder);
  if (existsSync(index) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return null;
  const start = Date.now();
  say(
    existsSync(index) ? "The book is being brought up to date …" : "The book is being built; its page waits for it …",
  );
  if ((await build()) !== 0) return "The book could not be built.";
  writeFileSync(stamp, now);
  say(`The book is ready (${Math.round((Date.now() - start) / 1000)} s).`);
  return null;
}

function sourcesOf(folder: string): string {
  const paths = SOURCES.map((path) => join(folder, path));
  return hashOf([], paths);
}

/** The pages from the executed notebooks of the course, then the site. What is printed goes to build/book.log. */
async function runBuild(): Promise<number> {
  mkdirSync(join(root, "build"), { recursive: true });
  const log = openSync(join(root, "build", "book.log"), "w");
  const rendered = await run(log, "python", "-m", "tools.notebooks", "--render", "--no-build");
  // Only whoever writes chapters has notebooks that are older than these: then the changed ones are executed.
  const ready = rendered === 0 ? 0 : await run(log, "python", "-m", "tools.notebooks");
  const code = ready === 0 ? await run(log, process.execPath, "book/build.ts") : ready;
  closeSync(log);
  return code;
}

/** Runs a program that ends when we end. */
function run(log: number, command: string, ...args: string[]): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", log, log] });
  const end = (): boolean => child.kill("SIGTERM");
  process.once("exit", end);
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => {
      process.off("exit", end);
      resolve(code ?? 1);
    });
  });
}

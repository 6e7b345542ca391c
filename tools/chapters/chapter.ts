/**
 * `npm run chapter -- ch02`: executes the chapter if its code changed, writes its notebook, the notebook of its exercises
 * and its page, proves the exercises that changed, and says where to look and what is still missing. `--watch` does it
 * again at each save and serves the book. `npm run chapter -- new ch09 initialisation` begins a chapter.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { offerHelp } from "../help.ts";
import { root } from "../root.ts";
import { serveSite } from "../start/site.ts";

offerHelp(
  `npm run chapter -- ch02            notebook, exercises and page of one chapter
npm run chapter -- ch02 --watch    again at each save; serves the book
npm run chapter -- new ch09 slug   begins a chapter from the template
  --no-page   without the book's page
  --no-prove  without proofs of the exercises`,
  ["--watch", "--no-page", "--no-prove"],
);

const [name, ...rest] = process.argv.slice(2).filter((arg) => !arg.startsWith("-"));
const option = (flag: string): boolean => process.argv.includes(flag);
if (name === "new") process.exit(run("python", "-m", "tools.chapters.new", ...rest) ? 0 : 1);

const stem = found(name ?? "");
const chapter = stem.slice(0, 4);
const ok = once();
if (option("--watch")) await again();
else process.exitCode = ok ? 0 : 1;

/** The one chapter whose name begins so. */
function found(name: string): string {
  const stems = readdirSync(join(root, "chapters")).filter((file) => /^ch\d\d-.*\.md$/.test(file));
  const fits = stems.filter((file) => name !== "" && file.startsWith(name.replace(/\.md$/, "")));
  if (fits.length === 1) return fits[0].replace(/\.md$/, "");
  const there = stems.map((file) => file.replace(/\.md$/, "")).join(", ");
  console.error(`${name ? `${fits.length} chapters begin with ${name}` : "Which chapter?"} There are ${there}.`);
  process.exit(2);
}

/** Everything that may have changed, in order; false when a step failed. */
function once(): boolean {
  const start = performance.now();
  const exercises = existsSync(join(root, "exercises", chapter));
  const done =
    run("python", "-m", "tools.notebooks", stem) &&
    (!exercises || run("node", "tools/exercises/notebooks.ts")) &&
    (!exercises || option("--no-prove") || run("node", "tools/exercises/prove.ts", chapter)) &&
    (option("--no-page") || run("node", "book/build.ts", ...(bookExists() ? ["--page", stem] : [])));
  run("python", "-m", "tools.chapters.check", "--brief", stem);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n${stem}: ${done ? "done" : "stopped"} after ${seconds} s`);
  if (done) for (const [what, path] of places()) console.log(`  ${what.padEnd(10)} ${path}`);
  return done;
}

function bookExists(): boolean {
  return existsSync(join(root, "build/book/index.html"));
}

function places(): (readonly [string, string])[] {
  const page = join(root, "build/book", `${stem}.html`);
  const own = [["notebook", `notebooks/${stem}.ipynb`] as const];
  const exercises = `notebooks/exercises/${chapter}.ipynb`;
  return [
    ...(option("--no-page") ? [] : [["page", pathToFileURL(page).href] as const]),
    ...own,
    ...(existsSync(join(root, exercises)) ? [["exercises", exercises] as const] : []),
  ];
}

function run(program: string, ...args: string[]): boolean {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (error) console.error(`${program}: ${error.message}`);
  return status === 0;
}

/** At each save of the chapter, its exercises, its solutions or the library. */
async function again(): Promise<void> {
  if (!option("--no-page")) {
    await serveSite(join(root, "build/book"), 8100);
    console.log(`  served     http://127.0.0.1:8100/${stem}.html`);
  }
  console.log("  Save to build again; Ctrl-C ends it.");
  let timer: NodeJS.Timeout | undefined;
  const concerns = ["chapters", `exercises/${chapter}`, `solutions/${chapter}`, "lib/src"];
  for (const folder of concerns.filter((folder) => existsSync(join(root, folder))))
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (folder === "chapters" && !/\.(md|yaml|bib)$/.test(file ?? "")) return;
      clearTimeout(timer);
      timer = setTimeout(once, 300);
    });
}

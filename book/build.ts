/**
 * npm run book [-- --out DIR] [--strict] [--serve]: the site in build/book, from executed chapters; only what changed.
 * --out copies it, ready for any static host or folder; --strict makes warnings errors; --serve shows it and rebuilds on save.
 * --page ch02-tensors renders that page only, for its author, and leaves the search as it was.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, watch } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { environment } from "../tools/setup/paths.mjs";
import { serveSite } from "../tools/start/site.ts";
import { buildReference } from "./api/build.ts";
import { buildAssets } from "./assets.ts";
import { writeCourse } from "./questions.ts";
import { indexSite } from "./search.ts";
import { inTurn } from "./turn.ts";

const root = resolve(import.meta.dirname, "..");
const site = join(root, "build/book");
const { values } = parseArgs({
  options: {
    out: { type: "string" },
    strict: { type: "boolean", default: false },
    serve: { type: "boolean", default: false },
    port: { type: "string", default: "8100" },
    page: { type: "string" },
  },
});

const turn = join(root, "build/book.turn");
const ok = await inTurn(turn, book);
if (values.out && ok) publish(resolve(values.out));
if (values.serve) await serve(Number(values.port));
else process.exitCode = ok ? 0 : 1;

/** Builds what changed. False when Sphinx failed or, in strict mode, warned. */
async function book(): Promise<boolean> {
  const start = performance.now();
  if (!readable("build/book-src")) {
    process.stderr.write("There are no executed chapters in build/book-src yet. Run: npm run notebooks\n");
    return false;
  }
  const version = await buildAssets(root);
  if (!values.page || !existsSync(join(root, "build/book-api/names.json"))) buildReference(root);
  const pages = run("python", ["-m", "termwise_book.pages", root], { PYTHONPATH: join(root, "book/ext") });
  const strict = values.strict || process.env.CI === "true";
  const options = strict ? ["-W", "-n", "--keep-going"] : ["-n"];
  const page = values.page ? [`build/book-pages/${values.page}.ipynb`] : [];
  const paths = ["-c", "book", "-d", "build/book-doctrees", "build/book-pages", site, ...page];
  if (!pages || !run("sphinx-build", ["-q", ...options, "-D", `termwise_version=${version}`, ...paths])) return false;
  if (values.page) return done(`book: build/book/${values.page}.html`, start);
  writeCourse(join(root, "build/book-pages"), site);
  const records = await indexSite(root, site);
  return done(`book: build/book, ${records} pages in the search`, start);
}

function done(what: string, start: number): true {
  process.stdout.write(`${what}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  return true;
}

function readable(folder: string): boolean {
  return existsSync(join(root, folder)) && readdirSync(join(root, folder)).some((name) => name.endsWith(".ipynb"));
}

function run(program: string, args: string[], env: Record<string, string> = {}): boolean {
  const path = [environment().bin, process.env.PATH].join(delimiter);
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, PATH: path, ...env },
  });
  if (error) process.stderr.write(`${program}: ${error.message}\n`);
  return status === 0;
}

/** The site without what only the next build needs. */
function publish(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(site))
    if (name !== "objects.inv" && !name.startsWith("."))
      cpSync(join(site, name), join(folder, name), { recursive: true });
  process.stdout.write(`book: copied to ${folder}\n`);
}

async function serve(port: number): Promise<void> {
  await serveSite(site, port);
  process.stdout.write(`book: http://127.0.0.1:${port}/ (Ctrl-C ends it)\n`);
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve(true);
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (running = running.then(() => inTurn(turn, book))), 300);
  };
  for (const folder of ["build/book-src", "book", "chapters", "exercises", "lib/src"])
    watch(join(root, folder), { recursive: true }, again);
}

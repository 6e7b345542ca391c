/**
 * Builds the packages: lib and grader/check → dist/index.js (ESM), dist/<name>.iife.js (browsers), dist/**.d.ts.
 * A package whose sources did not change is skipped. `--watch` rebuilds on save, `--force` rebuilds all.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { buildKernels } from "./kernels/build.ts";
import { isProgram, root } from "./root.ts";

interface Package {
  readonly folder: string;
  /** The global variable of the browser build, and its file. */
  readonly global: string;
  readonly browserFile: string;
  /** Packages that stay outside the bundle, with the global that stands for them in the browser. */
  readonly outside: Readonly<Record<string, string>>;
}

// In order: types of the second come from the build of the first.
const packages: readonly Package[] = [
  { folder: "lib", global: "termwise", browserFile: "termwise.iife.js", outside: {} },
  { folder: "grader/check", global: "termwiseCheck", browserFile: "check.iife.js", outside: { termwise: "termwise" } },
];

/** Builds what changed. Returns the folders built. */
export async function buildAll({ force = false }: { force?: boolean } = {}): Promise<string[]> {
  const built: string[] = [];
  let stamp = "";
  buildKernels();
  for (const one of packages) {
    if (!existsSync(join(root, one.folder, "src/index.ts"))) continue;
    stamp = stampOf(one, stamp);
    const file = join(root, one.folder, "dist/.stamp");
    if (!force && existsSync(file) && readFileSync(file, "utf8") === stamp) continue;
    await buildOne(one);
    writeFileSync(file, stamp);
    built.push(one.folder);
  }
  return built;
}

/** Built beside, then moved over what was there file by file: a notebook that runs meanwhile never misses one. */
async function buildOne(one: Package): Promise<void> {
  const dist = join(root, one.folder, "dist");
  mkdirSync(dist, { recursive: true });
  const fresh = mkdtempSync(join(dist, ".new-"));
  try {
    await Promise.all([bundle(one, fresh), declarations(one.folder, fresh)]);
    const made = globSync("**/*.{js,d.ts}", { cwd: fresh });
    rmSync(join(dist, ".stamp"), { force: true });
    for (const name of made) {
      mkdirSync(dirname(join(dist, name)), { recursive: true });
      renameSync(join(fresh, name), join(dist, name));
    }
    rmSync(fresh, { recursive: true });
    for (const name of globSync("**/*.d.ts", { cwd: dist })) if (!made.includes(name)) rmSync(join(dist, name));
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function bundle({ folder, global, browserFile, outside }: Package, out: string): Promise<void> {
  const shared = {
    entryPoints: [join(root, folder, "src/index.ts")],
    bundle: true,
    target: "es2023",
    legalComments: "none",
    logLevel: "warning",
  } satisfies BuildOptions;
  await build({
    ...shared,
    format: "esm",
    platform: "neutral",
    external: Object.keys(outside),
    outfile: join(out, "index.js"),
  });
  await build({
    ...shared,
    format: "iife",
    globalName: global,
    define: { "import.meta.url": '""' }, // a page has no files beside it
    minify: true,
    keepNames: true,
    plugins: [fromGlobals(outside)],
    outfile: join(out, browserFile),
  });
}

/** In the browser, an outside package is a global variable. */
function fromGlobals(outside: Package["outside"]): Plugin {
  return {
    name: "from-globals",
    setup(build) {
      for (const [name, global] of Object.entries(outside)) {
        build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: "global" }));
        build.onLoad({ filter: new RegExp(`^${name}$`), namespace: "global" }, () => ({
          contents: `module.exports = globalThis.${global};`,
        }));
      }
    },
  };
}

/** Type declarations with their doc comments, with `.js` specifiers so that every TypeScript version finds them. */
export async function declarations(folder: string, out: string): Promise<void> {
  const options = [
    ["--target", "es2024", "--lib", "es2024,dom,dom.iterable", "--module", "nodenext", "--types", "node"],
    ["--strict", "--verbatimModuleSyntax", "--allowImportingTsExtensions", "--skipLibCheck"],
    ["--declaration", "--emitDeclarationOnly", "--rootDir", "src", "--outDir", out, "src/index.ts"],
  ].flat();
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    await promisify(execFile)(process.execPath, [tsc, ...options], { cwd: join(root, folder) });
  } catch (error) {
    throw new Error(`types of ${folder}:\n${error instanceof Error && "stdout" in error ? error.stdout : error}`);
  }
  for (const file of globSync("**/*.d.ts", { cwd: out })) {
    const path = join(out, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/(["'])(\.{1,2}\/[^"']+)\.ts\1/g, "$1$2.js$1"));
  }
}

/** What the build depends on: the sources, this file, the tools' versions, and the package built before. */
function stampOf({ folder }: Package, before: string): string {
  const hash = createHash("sha256").update(before);
  const files = globSync("src/**/*", { cwd: join(root, folder), withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  for (const path of [...paths, join(root, folder, "package.json"), import.meta.filename]) {
    hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  for (const tool of ["esbuild", "typescript"]) {
    hash.update(JSON.parse(readFileSync(join(root, "node_modules", tool, "package.json"), "utf8")).version);
  }
  return hash.digest("hex");
}

/** Rebuilds on save; errors are printed and the next save tries again. */
function watchAll(): void {
  let timer: NodeJS.Timeout | undefined;
  let busy: Promise<void> = Promise.resolve();
  const rebuild = (): void => {
    busy = busy.then(() => report().catch((error) => console.error(String(error))));
  };
  const sources = [...packages.map(({ folder }) => join(folder, "src")), "exercises", "solutions"];
  for (const source of sources.map((folder) => join(root, folder))) {
    if (!existsSync(source)) continue;
    watch(source, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(rebuild, 100);
    });
  }
  console.log("watching lib/src, grader/check/src, exercises and solutions; Ctrl-C ends");
}

async function report(options: { force?: boolean } = {}): Promise<void> {
  const start = performance.now();
  const built = await buildAll(options);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(built.length > 0 ? `built ${built.join(" and ")} in ${seconds} s` : "build is up to date");
  await buildExercises(options);
}

/** In a process of its own, because exercises take the suite library from its source. */
async function buildExercises({ force = false }: { force?: boolean }): Promise<void> {
  const program = join(root, "tools/exercises/prebuild.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...(force ? ["--force"] : [])]);
  console.log(stdout.trimEnd());
}

if (isProgram(import.meta.filename)) {
  await report({ force: process.argv.includes("--force") });
  if (process.argv.includes("--watch")) watchAll();
}

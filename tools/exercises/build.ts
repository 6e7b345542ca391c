/**
 * Builds each exercise for notebooks and pages: grader/check/dist/exercises/E05.4.js holds suite, solution and every
 * mistake and composable pair of mistakes as plain JavaScript. Skipped when nothing changed.
 */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { variantsOf } from "../../grader/check/src/exercise.ts";
import { type Opened, openExercise } from "../../grader/check/src/node/open.ts";
import { applyChanges, functionBody } from "../../grader/check/src/node/patch.ts";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { formKey } from "../../grader/check/src/prebuilt.ts";
import { root } from "../root.ts";

const OUT = join(root, "grader/check/dist/exercises");

/** Returns the ids built; none when they were up to date. */
export async function buildExercises({ force = false }: { force?: boolean } = {}): Promise<string[]> {
  const stamp = join(OUT, ".stamp");
  const now = stampOf();
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === now) return [];
  mkdirSync(OUT, { recursive: true });
  const all: Opened[] = [];
  for (const slug of exerciseSlugs(root)) all.push(await openExercise(root, slug));
  await Promise.all(all.map(buildOne));
  const list = all.map(({ id, slug, title }) => ({ id, slug, title })).sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(join(OUT, "index.js"), `export default ${JSON.stringify(list, null, 1)};\n`);
  for (const file of readdirSync(OUT)) if (!isCurrent(file, list)) rmSync(join(OUT, file)); // what is no longer made
  writeFileSync(stamp, now);
  return list.map(({ id }) => id);
}

/** Files are replaced one by one, so that a notebook that runs meanwhile finds each of them. */
function isCurrent(file: string, list: readonly { readonly id: string }[]): boolean {
  return file === "index.js" || file === ".stamp" || list.some(({ id }) => file === `${id}.js`);
}

async function buildOne(exercise: Opened): Promise<void> {
  await build({
    stdin: { contents: entryOf(exercise), resolveDir: exercise.folder, sourcefile: "entry.js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2023",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
    external: ["termwise"],
    plugins: [besideTheLibrary],
    outfile: join(OUT, `${exercise.id}.js`),
  });
}

/** The suite library is the file above: one copy, whoever loads it. */
const besideTheLibrary: Plugin = {
  name: "beside-the-library",
  setup({ onResolve }) {
    onResolve({ filter: /^@termwise\/check$/ }, () => ({ path: "../index.js", external: true }));
  },
};

function entryOf(exercise: Opened): string {
  const { id, title, forbidden, mistakes, solutionSource } = exercise;
  const words = mistakes.map(({ name, does, belief, hint, also = [] }) => ({
    name,
    does,
    belief,
    hint,
    ways: 1 + also.length,
  }));
  const wrong = wrongSources(exercise).map(([key, made]) => `${JSON.stringify(key)}: ${made}`);
  return [
    `import * as termwise from "termwise";`,
    `import suite from ${JSON.stringify(pathToFileURL(`${exercise.folder}/suite.ts`).pathname)};`,
    `export default { ...${JSON.stringify({ id, title, forbidden, mistakes: words })}, suite, modules: { termwise },`,
    `solution: ${functionOf(solutionSource)}, wrong: {${wrong.join(",\n")}} };`,
  ].join("\n");
}

const functionOf = (source: string): string => `function (modules) {${functionBody(source)}}`;

/** Every mistake in each of its forms, and every two that can be made together, as functions. */
function wrongSources({ slug, mistakes, solutionSource }: Opened): [key: string, made: string][] {
  const list: [string, string][] = [];
  for (const [k, mistake] of mistakes.entries()) {
    for (const [form, variant] of variantsOf(mistake).entries()) {
      const source = applyChanges(solutionSource, [variant])!;
      list.push([formKey(k, form), parsed(source) ?? broken(slug, mistake.name)]);
    }
    for (const [j, other] of mistakes.entries()) {
      const both = j > k ? applyChanges(solutionSource, [mistake, other]) : null;
      const made = both === null ? null : parsed(both); // two changes that are no program together are no pair
      if (made !== null) list.push([`${formKey(k, 0)}+${formKey(j, 0)}`, made]);
    }
  }
  return list;
}

function parsed(source: string): string | null {
  try {
    return functionOf(source);
  } catch {
    return null;
  }
}

function broken(slug: string, mistake: string): never {
  throw new Error(`exercises/${slug}/mistakes.ts: the solution changed by “${mistake}” is no TypeScript`);
}

function stampOf(): string {
  const hash = createHash("sha256");
  const patterns = [
    "exercises/**/*.md",
    "exercises/**/*.ts",
    "solutions/**/*.ts",
    "grader/check/src/**/*.ts",
    "tools/exercises/build.ts",
  ];
  for (const file of patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

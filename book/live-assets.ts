/** What live cells load on first use: the page's part, the worker, the editor, names to complete, suites of exercises. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { readLibrary } from "./api/read.ts";

/** Files whose change makes another site. */
export const liveSources = (root: string): string[] => [
  join(root, "grader/check/dist/check.iife.js"),
  join(root, "grader/check/dist/exercises"),
  join(root, "lib/data/mnist10k.bin.gz"),
  import.meta.filename,
];

/** Writes them; returns what was bundled, for the licences. */
export async function buildLive(root: string, to: string, common: BuildOptions): Promise<Metafile[]> {
  const from = join(root, "book/assets/js/live");
  const { outdir: _, ...shared } = {
    ...common,
    bundle: true,
    format: "iife",
    target: "es2022",
    metafile: true,
  } as const;
  const pages = await build({
    ...shared,
    entryPoints: {
      "live-cells": join(from, "cells.ts"),
      "live-editor": join(from, "editor/editor.ts"),
      "live-exercise": join(root, "book/assets/js/exercise/exercise.ts"),
    },
    entryNames: "[name]",
    outdir: to,
  });
  const worker = await build({
    ...shared,
    entryPoints: [join(from, "worker/worker.ts")],
    outfile: "live-worker.js",
    write: false,
  });
  text(to, "live-worker", worker.outputFiles[0].text);
  text(to, "termwise-check", readFileSync(join(root, "grader/check/dist/check.iife.js"), "utf8"));
  const pictures = readFileSync(join(root, "lib/data/mnist10k.bin.gz"), "base64");
  text(to, "mnist10k", `(globalThis.termwisePacked??={}).mnist10k="${pictures}";`);
  writeFileSync(join(to, "live-names.js"), `globalThis.termwiseNames=${JSON.stringify(names(root))};\n`);
  await suites(root, to);
  return [pages.metafile, worker.metafile];
}

/** A text that pages hand to the sandbox, as a classic script: pages from a folder may not fetch. */
function text(to: string, name: string, body: string): void {
  writeFileSync(
    join(to, `${name}.js`),
    `(globalThis.termwiseTexts??={})[${JSON.stringify(name)}]=${JSON.stringify(body)};\n`,
  );
}

/** The exported names with signature and first sentence. */
function names(root: string): unknown[] {
  const { entries, methods } = readLibrary(root);
  const kinds = { function: "function", class: "class", type: "type", constant: "constant" };
  return entries.map(({ name, kind, signature, text: about }) => [
    name,
    kinds[kind],
    short(signature),
    firstSentence(about),
    methods.has(name) ? 1 : 0,
  ]);
}

const short = (signature: string): string => {
  const line = signature.replace(/\s+/g, " ").replace(/ \{ .*$/, (body) => (signature.includes("(") ? body : ""));
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
};
const firstSentence = (about: string): string =>
  (/^[\s\S]*?[.:](?=\s|$)/.exec(about)?.[0] ?? about).replace(/\s+/g, " ").replace(/:$/, ".");

/** Built exercises as scripts for the worker, where the library and the suite library are globals. */
async function suites(root: string, to: string): Promise<void> {
  const folder = join(root, "grader/check/dist/exercises");
  if (!existsSync(folder)) return;
  mkdirSync(join(to, "exercises"), { recursive: true });
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
    const id = basename(file, ".js");
    const target =
      id === "index" ? "termwiseExerciseList" : `(globalThis.termwiseExercises??={})[${JSON.stringify(id)}]`;
    const made = await build({
      stdin: { contents: `import it from "./${file}"; ${target} = it;`, resolveDir: folder, loader: "js" },
      bundle: true,
      format: "iife",
      write: false,
      minify: true,
      keepNames: true,
      logLevel: "error",
      plugins: [
        {
          name: "globals",
          setup({ onResolve, onLoad }) {
            onResolve({ filter: /^termwise$/ }, () => ({ path: "termwise", namespace: "global" }));
            onResolve({ filter: /^\.\.\/index\.js$/ }, () => ({ path: "termwiseCheck", namespace: "global" }));
            onLoad({ filter: /.*/, namespace: "global" }, ({ path }) => ({
              contents: `module.exports = globalThis.${path};`,
            }));
          },
        },
      ],
    });
    text(to, `exercises/${id}`, made.outputFiles[0].text);
  }
}

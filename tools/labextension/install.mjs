/**
 * Puts the figure extension into an environment's share of JupyterLab: `node tools/labextension/install.mjs --prefix .venv`
 * The chart libraries are minified from the installed packages (a second's work); nothing is loaded from elsewhere.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../..");
const require = createRequire(import.meta.url);

/** Installs into `prefix`, in place of an older copy; returns the folder. */
export function installExtension({ prefix }) {
  const target = join(resolve(prefix), "share", "jupyter", "labextensions", "@termwise", "charts");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, "static"), { recursive: true });
  copyFileSync(join(here, "package.json"), join(target, "package.json"));
  for (const file of ["remoteEntry.js", "charts.css"]) {
    copyFileSync(join(here, "static", file), join(target, "static", file));
  }
  copyFileSync(join(root, "book", "assets", "css", "figure-live.css"), join(target, "static", "figure-live.css"));
  buildFigures(join(target, "static"));
  for (const name of ["plotly", "vega"]) copyFileSync(chartLibrary(name), join(target, "static", `${name}.min.js`));
  return target;
}

/** The script of live figures, which is the book's, and beside it the course's library as text for their workers. */
function buildFigures(folder) {
  const entryPoints = [join(root, "book", "assets", "js", "figure", "figure.ts")];
  const options = { minify: true, legalComments: "none", logLevel: "error", target: "es2022" };
  const { buildSync } = require("esbuild");
  buildSync({ ...options, entryPoints, bundle: true, format: "iife", outfile: join(folder, "figure.min.js") });
  const library = readFileSync(join(root, "lib", "dist", "termwise.iife.js"), "utf8");
  const text = `(globalThis.termwiseTexts??={})["termwise-library"]=${JSON.stringify(library)};\n`;
  writeFileSync(join(folder, "termwise-library.js"), text);
}

/** The minified library ("plotly" or "vega") as one classic script; made once for each version, under build/. */
export function chartLibrary(name) {
  const packages = { plotly: ["plotly.js-dist"], vega: ["vega", "vega-lite", "vega-embed", "vega-interpreter"] }[name];
  const file = join(root, "build", "charts", `${[name, ...packages.map(versionOf)].join("-")}.min.js`);
  if (existsSync(file)) return file;
  mkdirSync(dirname(file), { recursive: true });
  const common = { outfile: file, minify: true, legalComments: "none", logLevel: "error" };
  const { buildSync } = require("esbuild");
  // Plotly's file sets window.Plotly by itself.
  if (name === "plotly") buildSync({ ...common, entryPoints: [require.resolve("plotly.js-dist")] });
  else buildSync({ ...common, entryPoints: [join(here, "vega-entry.js")], bundle: true, format: "iife" });
  return file;
}

function versionOf(name) {
  const folder = require.resolve.paths(name).map((path) => join(path, name, "package.json"));
  const file = folder.find(existsSync);
  if (!file) throw new Error(`The package ${name} is not installed; run "npm start" or "npm ci" first.`);
  return JSON.parse(readFileSync(file, "utf8")).version;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const at = process.argv.indexOf("--prefix");
  if (at < 0 || !process.argv[at + 1]) {
    console.error("usage: node tools/labextension/install.mjs --prefix FOLDER");
    process.exit(2);
  }
  console.log(`figure extension: ${installExtension({ prefix: process.argv[at + 1] })}`);
}

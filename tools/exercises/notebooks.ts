/**
 * `npm run exercises:notebooks`: writes notebooks/exercises/chNN.ipynb, one a chapter: each exercise's statement, a cell
 * for the answer that holds the stub, and a cell that checks it. `--check` writes nothing and fails when one is stale.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exerciseSlugs } from "../../grader/check/src/node/slugs.ts";
import { type Statement, statement } from "../../grader/check/src/node/statement.ts";
import { imageOf } from "../../lib/src/figures/picture.ts";
import { isProgram, root } from "../root.ts";

const OUT = join(root, "notebooks/exercises");

interface Cell {
  readonly kind: "markdown" | "code";
  readonly source: string;
  readonly tags?: readonly string[];
}

/** Brings the notebooks up to date, or says that they are not. Returns the names that differ. */
export function exerciseNotebooks({ check = false }: { check?: boolean } = {}): string[] {
  const wanted = new Map(chapters().map((chapter) => [`${chapter}.ipynb`, notebook(chapter)]));
  const there = existsSync(OUT) ? readdirSync(OUT).filter((name) => name.endsWith(".ipynb")) : [];
  const path = (name: string): string => join(OUT, name);
  const stale = [...wanted.keys()].filter(
    (name) => !there.includes(name) || readFileSync(path(name), "utf8") !== wanted.get(name),
  );
  const retired = there.filter((name) => !wanted.has(name));
  if (!check) {
    mkdirSync(OUT, { recursive: true });
    for (const name of stale) writeFileSync(path(name), wanted.get(name)!);
    for (const name of retired) rmSync(path(name));
  }
  return [...stale, ...retired];
}

const slugsOf = (chapter: string): string[] => exerciseSlugs(root).filter((slug) => slug.startsWith(`${chapter}/`));
const chapters = (): string[] => [...new Set(exerciseSlugs(root).map((slug) => slug.split("/")[0]))];

/** The notebook of a chapter as text, the same on every machine. */
function notebook(chapter: string): string {
  const about = slugsOf(chapter).map((slug) => ({ slug, statement: statementOf(slug) }));
  about.sort((a, b) => (a.statement.id < b.statement.id ? -1 : 1));
  const cells = [...opening(chapter), ...about.flatMap(({ slug, statement }) => exerciseCells(slug, statement))];
  const made = {
    cells: cells.map(cellJson),
    metadata: { ...kernelMetadata(), termwise: { exercises: about.map(({ statement }) => statement.id) } },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(made, null, 1)}\n`;
}

const statementOf = (slug: string): Statement =>
  statement(readFileSync(join(root, "exercises", slug, "exercise.md"), "utf8"));

function opening(chapter: string): Cell[] {
  const number = Number(chapter.slice(2));
  const text = `# Exercises of chapter ${number}

Write each answer where the stub stands, run the cell, then run the cell below it. The check shows the smallest input on which your code goes wrong and, if it behaves like a mistake that others have made, says which. Nothing is counted: check as often as you like.

You would rather use an editor? In a terminal, \`npm run check -- ${chapter} --watch\` makes a file for each answer and checks it at every save.`;
  return [
    { kind: "markdown", source: text },
    { kind: "code", source: 'import { check } from "@termwise/check";' },
  ];
}

function exerciseCells(slug: string, about: Statement): Cell[] {
  const stub = readFileSync(join(root, "exercises", slug, "stub.ts"), "utf8").trim();
  const names = [...stub.matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name);
  // A cell's names are there for the next cell without export; with it, the kernel declares them twice.
  return [
    { kind: "markdown", source: [heading(about), bodyOf(slug, about), ...about.hints.map(folded)].join("\n\n") },
    { kind: "code", source: stub.replaceAll(/^export /gm, ""), tags: ["answer", about.id] },
    { kind: "code", source: `await check("${about.id}", { ${names.join(", ")} });`, tags: ["check"] },
  ];
}

function heading({ id, title, tier, points, after }: Statement): string {
  const [chapter, section] = after.split("#");
  const place = `after ${section.replaceAll("-", " ")} in chapter ${Number(chapter.slice(2))}`;
  return `## ${id} ${title}\n\n*${tier[0].toUpperCase()}${tier.slice(1)}, ${points} points, ${place}*`;
}

/** The statement as JupyterLab shows it: pictures travel with the notebook, and what speaks for a fault is folded. */
function bodyOf(slug: string, { body }: Statement): string {
  return body
    .replaceAll(/^!\[(.*)\]\((.*\.svg)\)$/gm, (_, alt: string, file: string) =>
      imageOf(readFileSync(join(root, "exercises", slug, file), "utf8"), alt),
    )
    .replaceAll(/^:::\{choice\} (.*)\n([\s\S]*?)\n:::$/gm, (_, name: string, text: string) => details(name, text));
}

const details = (summary: string, text: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;
const folded = ({ title, text }: Statement["hints"][number], k: number): string =>
  details(`Hint ${k + 1}: ${title}`, text);

/** What the kernel says of itself, as the executed chapters record it: with others, JupyterLab calls a notebook changed. */
function kernelMetadata(): Record<string, unknown> {
  const { metadata } = JSON.parse(readFileSync(join(root, "notebooks/start-here.ipynb"), "utf8"));
  return { kernelspec: metadata.kernelspec, language_info: metadata.language_info };
}

function cellJson({ kind, source, tags }: Cell): Record<string, unknown> {
  const id = createHash("sha1").update(`${kind}${source}`).digest("hex").slice(0, 8);
  const metadata = tags ? { tags } : {};
  const lines = source.split("\n").map((line, k, all) => (k < all.length - 1 ? `${line}\n` : line));
  if (kind === "markdown") return { cell_type: kind, id, metadata, source: lines };
  return { cell_type: kind, execution_count: null, id, metadata, outputs: [], source: lines };
}

if (isProgram(import.meta.filename)) {
  const check = process.argv.includes("--check");
  const stale = exerciseNotebooks({ check });
  if (stale.length === 0) console.log("exercise notebooks are up to date");
  else console.log(`${check ? "stale" : "written"}: ${stale.map((name) => `notebooks/exercises/${name}`).join(", ")}`);
  if (check && stale.length > 0) {
    console.log("run npm run exercises:notebooks");
    process.exitCode = 1;
  }
}

/** The tables of the plan are held together; a chapter is begun from them; its summary of terms comes from the glossary. */
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { root } from "../../root.ts";
import { run } from "../notebooks/python.ts";
import { Trial } from "./trial.ts";

/** Prints what is said of the tables of each folder, as JSON. */
const TABLES = `
import json, sys
from pathlib import Path
from tools.chapters import check, plan, tables
said = lambda folder: list(tables.faults(plan.load(folder / "chapters", folder / "exercises"), check.works(folder / "chapters")))
print(json.dumps([said(Path(folder)) for folder in sys.argv[1:]]))`;
const faultsOf = async (...folders: string[]): Promise<string[][]> =>
  JSON.parse((await run(["-c", TABLES, ...folders])).text) as string[][];

const trials: Trial[] = [];
const trial = (): Trial => {
  const made = new Trial();
  trials.push(made);
  return made;
};
afterEach(() => {
  for (const one of trials.splice(0)) one.remove();
});

/** [table, what stands there, what is put instead, what must be said]. */
const FAULTS: readonly (readonly [string, string, string, string])[] = [
  ["corrections", "- { id: c-002", "- { id: c-022", "c-022 is row 2: ids count, so that none is lost"],
  ["corrections", "class: M", "class: X", "c-002 has the class X, not one of G, M, N, T, U, W"],
  [
    "corrections",
    "chapter: ch05",
    "chapter: ch01",
    "c-005 is corrected in ch01, where none of its terms is at home (ch05)",
  ],
  [
    "corrections",
    "[half-number]",
    "[half-numbers]",
    "c-001 names the term half-numbers, which the glossary does not have",
  ],
  ["corrections", "[euclid1900]", "[euclid]", "c-001 cites euclid, which references.bib does not have"],
  [
    "corrections",
    "references: [euclid1900]",
    "references: []",
    "c-001 cites nothing: say where the right statement stands",
  ],
  ["corrections", "Every half is", "The document lists", "c-001 speaks of a text: a claim stands by itself"],
  ["exercises", "tier: core", "tier: easy", "E02.1 has the tier easy, not one of challenge, core, stretch"],
  ["exercises", "[half-number]", "[deep-division]", "E02.1 needs deep-division, which comes only in ch05"],
  ["exercises", "name: halve", "name: cut", "exercises/ch02/halve is E02.1, which exercises.yaml does not plan so"],
  ["exercises", "id: E05.1", "id: E06.1", "E06.1 is no id for ch05"],
  ["course", "terms: 2", "terms: 3", "ch02 says 3 terms, and there are 2"],
];

test("each fault of a table is named, and the trial's own tables have none", async () => {
  const folders = FAULTS.map(([table, from, to]) => {
    const own = trial();
    const path = join(own.folder, "chapters", `${table}.yaml`);
    const before = readFileSync(path, "utf8");
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    return own.folder;
  });
  const [own, ...planted] = await faultsOf(trial().folder, ...folders);
  expect(own).toEqual([]);
  for (const [i, [, , , expected]] of FAULTS.entries())
    expect(planted[i]).toContainEqual(expect.stringContaining(expected));
});

test("the course's own tables have no fault", async () => {
  expect(await faultsOf(root)).toEqual([[]]);
});

test("a new chapter has its terms, corrections and exercises, keeps the linter's rules, and is not written twice", async () => {
  const own = trial();
  const folder = join(own.folder, "chapters");
  for (const name of ["glossary.yaml", "glossary-zh.yaml", "references.bib"])
    copyFileSync(join(root, "chapters", name), join(folder, name));
  rmSync(join(folder, "ch02-halves.md"));
  const args = ["-m", "tools.chapters.new", "--to", folder, "ch10", "optimizers"];
  expect(await run(args)).toMatchObject({
    code: 0,
    text: expect.stringContaining("9 terms, 1 corrections, 7 exercises"),
  });
  const text = readFileSync(join(folder, "ch10-optimizers.md"), "utf8");
  expect(text).toContain("(ch-optimizers)=\n# Optimizers I: From Momentum to Adam\n");
  expect(text.match(/^:::\{term-card\}/gm)).toHaveLength(9);
  expect(text).toMatch(/:::\{common-mistake\}\n:covers: c-\d{3}\n\*“Adam is momentum plus RMSProp\.”\*/);
  expect(text.match(/^% E10\.\d \w+ \((core|stretch|challenge); /gm)).toHaveLength(7);
  expect(await run(["-m", "tools.notebooks.lint", "--from", folder])).toMatchObject({ code: 0 });
  expect(await run(args)).toMatchObject({
    code: 1,
    text: expect.stringContaining("is there already; nothing was written"),
  });
  expect(await run([...args.slice(0, -2), "ch99", "nothing"])).toMatchObject({
    code: 2,
    text: expect.stringMatching(/^npm run chapter/),
  });
}, 60_000);

test("the summary of a chapter is a table of its terms in the order of the glossary", async () => {
  const own = trial();
  const code = `
from pathlib import Path
from tools.notebooks.course import load
from tools.notebooks.lower import Lower
folder = Path(${JSON.stringify(join(own.folder, "chapters"))})
print(Lower(load([], folder), "ch02-halves", folder).text(":::{terms-of-chapter}\\n:::"))`;
  const { text } = await run(["-c", code]);
  expect(text.trim().split("\n")).toEqual([
    "| Term | 中文 | In one line |",
    "|---|---|---|",
    "| **Half number** | 半数 | Half of a whole number. |",
    "| **Fair share** | 平分 | Equal parts for all. |",
  ]);
});

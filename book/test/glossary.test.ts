/** The glossary is whole: every term in both languages, every formula readable, every link leads somewhere. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import katex from "katex";
import { beforeAll, expect, test } from "vitest";
import { root } from "../../tools/root.ts";
import { environment } from "../../tools/setup/paths.mjs";

interface Term {
  id: string;
  en: string;
  zh: string;
  chapter: string;
  aliases: string[];
  definition: string;
  formula?: string;
  symbols?: string;
  prerequisites: string[];
  references: string[];
}
interface Chinese {
  id: string;
  name: string;
  also: string[];
  short_en: string;
  short_zh: string;
  definition_zh: string;
  pitfall_en: string;
  pitfall_zh: string;
}
interface Chapter {
  id: string;
  requires: string[];
  terms: number;
}

const texts = Object.fromEntries(
  ["glossary.yaml", "glossary-zh.yaml", "references.bib"].map((name) => [
    name,
    readFileSync(join(root, "chapters", name), "utf8"),
  ]),
);
let terms: Term[];
let chinese: Chinese[];
let chapters: Chapter[];
let works: Set<string>;

beforeAll(() => {
  const script = `import json, sys, yaml
load = lambda name: yaml.load(open(f"{sys.argv[1]}/chapters/{name}.yaml", encoding="utf8"), Loader=yaml.CSafeLoader)
chapters = [chapter for part in load("course")["parts"] for chapter in part["chapters"]]
json.dump([load("glossary"), load("glossary-zh"), chapters], sys.stdout)`;
  const json = execFileSync(environment().python, ["-c", script, root], { encoding: "utf8", maxBuffer: 1 << 26 });
  [terms, chinese, chapters] = JSON.parse(json) as [Term[], Chinese[], Chapter[]];
  works = new Set([...texts["references.bib"].matchAll(/^@\w+\{([^,]+),/gm)].map((match) => match[1]));
});

const failing = <T extends { id: string }>(items: T[], holds: (item: T) => boolean): string[] =>
  items.filter((item) => !holds(item)).map((item) => item.id);

test("there are 278 terms, each once", () => {
  expect(terms).toHaveLength(278);
  expect(new Set(terms.map((term) => term.id)).size).toBe(278);
});

test("the Chinese file has the same terms in the same order, and the same names", () => {
  expect(chinese.map((term) => term.id)).toEqual(terms.map((term) => term.id));
  expect(chinese.map((term) => term.name)).toEqual(terms.map((term) => term.zh));
});

test("every term has all its texts", () => {
  expect(failing(terms, (term) => Boolean(term.en && term.definition && term.references.length))).toEqual([]);
  const texts: (keyof Chinese)[] = ["name", "short_en", "short_zh", "definition_zh", "pitfall_en", "pitfall_zh"];
  expect(failing(chinese, (term) => texts.every((key) => term[key].length > 0))).toEqual([]);
  expect(failing(chinese, (term) => /\p{Script=Han}/u.test(term.definition_zh))).toEqual([]);
});

test("a term needs only terms of its own or an earlier chapter, and never itself in a circle", () => {
  const home = new Map(terms.map((term) => [term.id, term.chapter]));
  expect(
    failing(terms, (term) => term.prerequisites.every((need) => (home.get(need) ?? "none") <= term.chapter)),
  ).toEqual([]);
  const needs = new Map(terms.map((term) => [term.id, term.prerequisites]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (id: string, path: string[]): void => {
    if (path.includes(id)) circles.push([...path, id].join(" → "));
    else if (!done.has(id)) for (const need of needs.get(id) ?? []) visit(need, [...path, id]);
    done.add(id);
  };
  for (const id of needs.keys()) visit(id, []);
  expect(circles).toEqual([]);
});

test("every chapter is the home of as many terms as the course says", () => {
  const counts = Object.fromEntries(chapters.map(({ id }) => [id, terms.filter((term) => term.chapter === id).length]));
  expect(counts).toEqual(Object.fromEntries(chapters.map(({ id, terms }) => [id, terms])));
});

test("every formula and every symbol can be set", () => {
  const set = (tex: string, displayMode: boolean): boolean => {
    try {
      katex.renderToString(tex, { displayMode, throwOnError: true, strict: "error" });
      return true;
    } catch {
      return false;
    }
  };
  expect(failing(terms, ({ formula }) => !formula || set(formula, true))).toEqual([]);
  const inline = (text = ""): string[] => [...text.matchAll(/\$([^$]+)\$/g)].map((match) => match[1]);
  expect(failing(terms, ({ symbols }) => inline(symbols).every((tex) => set(tex, false)))).toEqual([]);
  expect(failing(terms, ({ symbols = "" }) => (symbols.match(/\$/g)?.length ?? 0) % 2 === 0)).toEqual([]);
});

test("every reference is a work of references.bib, whose keys are unique", () => {
  expect(failing(terms, (term) => term.references.every((key) => works.has(key)))).toEqual([]);
  expect([...texts["references.bib"].matchAll(/^@\w+\{/gm)]).toHaveLength(works.size);
});

test("a published text speaks of nothing but its subject", () => {
  const inside = [
    /\bdocs?\s*0\d\d\b/i,
    /\.txt\b/,
    /source document/i,
    /seed document/i,
    /zh_in_documents|exercise_idea|errata/,
    /在(?:该|原)?文档中/,
  ];
  const found = Object.entries(texts).flatMap(([name, text]) =>
    inside.filter((word) => word.test(text)).map((word) => `${name}: ${word}`),
  );
  expect(found).toEqual([]);
});

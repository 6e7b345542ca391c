/** The chapters with their terms, exercises and questions, read from their sources: what `npm run progress` counts by. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listed } from "../../exercises/select.ts";

export interface ChapterOf {
  readonly id: string;
  readonly title: string;
  readonly page: string | null;
  readonly terms: readonly { readonly id: string }[];
  readonly exercises: readonly { readonly id: string }[];
}
export interface Syllabus {
  readonly chapters: readonly ChapterOf[];
  readonly questions: readonly { readonly id: string; readonly page: string }[];
}

/** `chapters/course.yaml` has a chapter a line; the glossary names the chapter of each term. */
export function syllabus(root: string): Syllabus {
  const read = (name: string): string => readFileSync(join(root, "chapters", name), "utf8");
  const pages = readdirSync(join(root, "chapters")).filter((name) => name.endsWith(".md"));
  const questions = pages.sort().flatMap((name) => {
    const ids = read(name).matchAll(/^:{3,}\{(?:question|predict)\} +([\w-]+)/gm);
    return [...ids].map(([, id]) => ({ id, page: name.replace(/\.md$/, "") }));
  });
  const terms = [...read("glossary.yaml").matchAll(/^- id: (\S+)$[\s\S]*?^ {2}chapter: (\S+)$/gm)];
  const chapters = [...read("course.yaml").matchAll(/\{ id: (ch\d+), title: "([^"]*)"/g)].map(([, id, title]) => ({
    id,
    title: `${Number(id.slice(2))}. ${title}`,
    page: pageOf(id, pages),
    terms: terms.filter(([, , chapter]) => chapter === id).map(([, term]) => ({ id: term })),
    exercises: listed().filter(({ slug }) => slug.startsWith(`${id}/`)),
  }));
  const known = new Set(chapters.map(({ page }) => page));
  const others = [...new Set(questions.map(({ page }) => page))].filter((page) => !known.has(page));
  const outside = others.map((page) => ({
    id: page,
    title: titleOf(read(`${page}.md`)),
    page,
    terms: [],
    exercises: [],
  }));
  return { chapters: [...outside, ...chapters], questions };
}

const pageOf = (id: string, pages: readonly string[]): string | null =>
  pages.find((name) => name.startsWith(`${id}-`))?.replace(/\.md$/, "") ?? null;
const titleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1] ?? "";

/**
 * What Today's five and the page of the reader's progress know: every question as its page shows it, and the chapters
 * with their terms and exercises. One classic script, so that it also loads from a folder.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Course, CourseQuestion } from "./assets/js/course.ts";

/** Writes `_static/course.js` from the built pages and `course.json` of the page generator. Returns how many questions. */
export function writeCourse(pages: string, site: string): number {
  const course = JSON.parse(readFileSync(join(pages, "course.json"), "utf8")) as Omit<Course, "questions">;
  const names = readdirSync(site).filter((name) => name.endsWith(".html"));
  const questions = names.flatMap((name) => questionsOf(readFileSync(join(site, name), "utf8"), name));
  const text = JSON.stringify({ ...course, questions } satisfies Course).replaceAll("<", "\\u003c");
  const file = join(site, "_static", "course.js");
  const script = `globalThis.termwiseCourse=${text};\n`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== script) writeFileSync(file, script);
  return questions.length;
}

/** The questions of a page, in its order, with links that work from any page of the same folder. */
export function questionsOf(html: string, page: string): CourseQuestion[] {
  const found = [...html.matchAll(/<!--question ([\w-]+)-->([\s\S]*?)<!--\/question-->/g)];
  return found
    .filter(([, , text]) => !/^<div[^>]* data-again/.test(text))
    .map(([, id, text]) => ({
      id,
      page: page.replace(/\.html$/, ""),
      terms: (/ data-terms="([^"]*)"/.exec(text)?.[1] ?? "").split(" ").filter(Boolean),
      html: text.replace(/ href="#/g, ` href="${page}#`).replace(/^(<div[^>]*) id="[^"]*"/, "$1"),
    }));
}

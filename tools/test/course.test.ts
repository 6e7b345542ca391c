import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { root } from "../root.ts";

const read = (path: string): string => readFileSync(`${root}/chapters/${path}`, "utf8");

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly zh: string;
  readonly requires: readonly string[];
  readonly terms: number;
  readonly exercises: number;
}

const ROW =
  /\{ id: (ch\d\d), title: "([^"]+)", zh: "([^"]+)", requires: \[([^\]]*)\], terms: (\d+), exercises: (\d+) \}/g;
const chapters: Chapter[] = [...read("course.yaml").matchAll(ROW)].map(
  ([, id, title, zh, needs, terms, exercises]) => ({
    id,
    title,
    zh,
    requires: needs.split(", ").filter(Boolean),
    terms: Number(terms),
    exercises: Number(exercises),
  }),
);
const byId = new Map(chapters.map((chapter) => [chapter.id, chapter]));
const number = (id: string): number => Number(id.slice(2));

/** Every chapter that this one builds on, at any distance. */
function allNeeds(id: string): Set<string> {
  const direct = byId.get(id)?.requires ?? [];
  return new Set([...direct, ...direct.flatMap((need) => [...allNeeds(need)])]);
}

describe("the course", () => {
  test("has 26 chapters, in order, and each needs earlier ones only", () => {
    expect(chapters.map((chapter) => number(chapter.id))).toEqual(Array.from({ length: 26 }, (_, k) => k + 1));
    for (const { id, requires } of chapters) for (const need of requires) expect(need < id, `${id} ${need}`).toBe(true);
  });

  test("gives each of the 278 terms one home, and counts them as the glossary does", () => {
    const homes = [...read("glossary.yaml").matchAll(/^ {2}chapter: (ch\d\d)$/gm)].map(([, id]) => id);
    expect(homes).toHaveLength(278);
    for (const { id, terms } of chapters) expect(homes.filter((home) => home === id).length, id).toBe(terms);
  });

  test("has 184 exercises", () => {
    expect(chapters.reduce((sum, { exercises }) => sum + exercises, 0)).toBe(184);
  });
});

describe("the syllabus", () => {
  const syllabus = read("syllabus.md");

  test("lists every chapter as the course does", () => {
    for (const { id, title, zh, requires, terms, exercises } of chapters) {
      const needs = requires.map(number).join(", ") || "–";
      expect(syllabus).toContain(`| ${number(id)} | ${title} · ${zh} | ${needs} | ${terms} | ${exercises} |`);
    }
  });

  test("draws exactly the needs that do not follow from others", () => {
    const drawn = [...syllabus.matchAll(/\[(\d+), \d, \d, "[^"]+", \[([^\]]*)\]\]/g)];
    expect(drawn).toHaveLength(26);
    for (const [, n, needs] of drawn) {
      const { requires } = chapters[Number(n) - 1];
      const direct = requires.filter((need) => !requires.some((other) => allNeeds(other).has(need)));
      expect(needs.split(", ").filter(Boolean).map(Number), `chapter ${n}`).toEqual(direct.map(number));
    }
  });
});

/** How far a chapter is: what the page "Your progress" and `npm run progress` count. */
import type { ProgressData } from "./data.ts";

export interface Part {
  readonly done: number;
  readonly all: number;
}
export interface Tally {
  readonly terms: Part;
  readonly exercises: Part;
  readonly questions: Part;
  readonly due: number;
}
interface Named {
  readonly id: string;
}
interface Chapter {
  readonly page: string | null;
  readonly terms: readonly Named[];
  readonly exercises: readonly Named[];
}

export function tally(
  chapter: Chapter,
  questions: readonly { readonly id: string; readonly page: string }[],
  data: ProgressData,
  day: string,
): Tally {
  const asked = questions.filter(({ page }) => page === chapter.page);
  const part = (all: readonly Named[], done: (id: string) => boolean): Part => ({
    done: all.filter(({ id }) => done(id)).length,
    all: all.length,
  });
  return {
    terms: part(chapter.terms, (id) => data.terms[id]?.read ?? false),
    exercises: part(chapter.exercises, (id) => (data.exercises[id]?.solved ?? null) !== null),
    questions: part(asked, (id) => data.questions[id] !== undefined),
    due: asked.filter(({ id }) => data.questions[id] && data.questions[id].due <= day).length,
  };
}

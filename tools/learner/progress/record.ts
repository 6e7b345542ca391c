/** What a reader does, as changes of the progress. Each takes the moment, so that tests can choose it. */
import { afterAnswer, dayOf } from "./boxes.ts";
import { type Checked, empty, type ProgressData } from "./data.ts";

export type Change = (data: ProgressData, now: Date) => ProgressData;

/** The reader says "I know this" (or takes it back). */
export const termRead =
  (id: string, read = true): Change =>
  (data, now) => ({ ...data, terms: { ...data.terms, [id]: { at: later(data, data.terms[id]?.at, now), read } } });

export const sectionRead =
  (id: string, read = true): Change =>
  (data, now) => ({
    ...data,
    sections: { ...data.sections, [id]: { at: later(data, data.sections[id]?.at, now), read } },
  });

export const exerciseChecked =
  (id: string, { score, points }: { readonly score: number; readonly points: number }): Change =>
  (data, now) => {
    const before: Checked | undefined = data.exercises[id];
    const at = later(data, before?.at, now);
    const solved = points > 0 && score >= points ? at : (before?.solved ?? null);
    return { ...data, exercises: { ...data.exercises, [id]: { at, score, points, solved } } };
  };

/** `terms`: what the question is about. A right answer makes these known. */
export const questionAnswered =
  (id: string, right: boolean, terms: readonly string[] = []): Change =>
  (data, now) => {
    const before = data.questions[id];
    const entry = afterAnswer(before, right, later(data, before?.at, now), dayOf(now));
    const answered = { ...data, questions: { ...data.questions, [id]: entry } };
    const fresh = right ? terms.filter((term) => !data.terms[term]) : [];
    return fresh.reduce((found, term) => termRead(term)(found, now), answered);
  };

export const drawnToday =
  (day: string, ids: readonly string[]): Change =>
  (data, now) => ({ ...data, today: { at: later(data, data.today?.at, now), day, ids } });

/** Forgets everything, also where other copies still have it. */
export const clear: Change = (data, now) => {
  const groups = [data.terms, data.sections, data.exercises, data.questions] as const;
  const times = [...groups.flatMap((group) => Object.values(group).map(({ at }) => at)), data.today?.at ?? ""];
  return empty(later(data, times.sort().at(-1), now));
};

/** Now; but after the entry that it replaces and after the last clearing, even where a clock was put back. */
function later(data: ProgressData, before: string | undefined, now: Date): string {
  const last = [data.cleared, before ?? ""].sort().at(-1);
  const least = last ? Date.parse(last) + 1 : 0;
  return new Date(Math.max(now.getTime(), least)).toISOString();
}

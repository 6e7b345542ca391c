/** Which five questions a day asks: what is due, then what is new, from all that has been begun. */
import { dueOn } from "./boxes.ts";
import type { ProgressData } from "./data.ts";

export const FIVE = 5;

/** What drawing needs to know of a question. */
export interface Drawable {
  readonly id: string;
  readonly page: string;
  readonly terms: readonly string[];
}

/** Pages of which anything is known, answered or read; before that, the first page that asks anything. */
export function begun(questions: readonly Drawable[], data: ProgressData): Set<string> {
  const known = questions.filter(({ id, terms }) => data.questions[id] || terms.some((term) => data.terms[term]?.read));
  const read = Object.keys(data.sections).map((section) => section.split("#")[0]);
  const pages = new Set([...known.map(({ page }) => page), ...read]);
  const asking = questions.filter(({ page }) => pages.has(page));
  return new Set((asking.length > 0 ? asking : questions.slice(0, 1)).map(({ page }) => page));
}

/**
 * The same five all day: what is already drawn stays, wherever it was drawn. Questions that are due come first, the
 * longest waiting before the others; then new ones of the pages begun, in an order that the day decides.
 */
export function drawFive(
  questions: readonly Drawable[],
  data: ProgressData,
  day: string,
  mix: (ids: string[], seed: string) => string[],
): string[] {
  const known = new Set(questions.map(({ id }) => id));
  const drawn = data.today?.day === day ? data.today.ids.filter((id) => known.has(id)) : [];
  const pages = begun(questions, data);
  const fresh = questions.filter(({ id, page }) => !data.questions[id] && pages.has(page)).map(({ id }) => id);
  const due = dueOn(data.questions, day).filter((id) => known.has(id));
  return [...new Set([...drawn, ...due, ...mix(fresh, day)])].slice(0, Math.max(FIVE, drawn.length));
}

/** Five more, when today's are done: what is due, what is new, then what was drawn longest ago. */
export function drawMore(
  questions: readonly Drawable[],
  data: ProgressData,
  day: string,
  mix: (ids: string[], seed: string) => string[],
): string[] {
  const drawn = new Set(data.today?.day === day ? data.today.ids : []);
  const rest = questions.filter(({ id }) => !drawn.has(id));
  return drawFive(rest, { ...data, today: null }, day, mix);
}

/**
 * When a question comes back. Five boxes as in Leitner's card file (So lernt man lernen, 1972): a right answer on or
 * after the due day moves a question one box up, a wrong one back to the first. A question in box k rests for
 * RESTS[k − 1] days: Wozniak's 1, 7, 16 and 35 days (Optimization of learning, 1990), with one step of three days
 * before them, because a chapter is longer than a list of words.
 */
import type { Answered } from "./data.ts";

export const RESTS = [1, 3, 7, 16, 35] as const;

/** The entry after an answer. Practice before the due day neither promotes nor puts off; a wrong answer always counts. */
export function afterAnswer(before: Answered | undefined, right: boolean, at: string, today: string): Answered {
  if (right && before && before.due > today) return { ...before, at, right };
  const box = right && before ? Math.min(before.box + 1, RESTS.length) : 1;
  return { at, right, box, due: plusDays(today, RESTS[Math.max(box, 1) - 1]) };
}

/** The reader's own day, as 2026-11-24. */
export function dayOf(date: Date): string {
  const [y, m, d] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

export function plusDays(day: string, days: number): string {
  const [y, m, d] = day.split("-").map(Number);
  return new Date(Date.UTC(y, m - 1, d + days)).toISOString().slice(0, 10);
}

/** Ids of the questions that are due, the longest waiting first. */
export function dueOn(questions: Readonly<Record<string, Answered>>, day: string): string[] {
  const due = Object.entries(questions).filter(([, entry]) => entry.due <= day);
  return due.sort(([a, x], [b, y]) => (x.due < y.due || (x.due === y.due && a < b) ? -1 : 1)).map(([id]) => id);
}

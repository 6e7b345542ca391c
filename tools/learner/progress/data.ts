/**
 * What a reader has done: terms known, sections read, exercises solved, questions answered. One schema and one way to
 * merge, for the pages, the command line and the notebooks. Nothing here needs Node or a browser.
 */
export const SCHEMA = "termwise/progress/1";

/** A term or a section: known or not, since when. Times are ISO 8601, so that they sort as text. */
export interface Mark {
  readonly at: string;
  readonly read: boolean;
}
/** The last check of an exercise, and when it last earned all points. */
export interface Checked {
  readonly at: string;
  readonly score: number;
  readonly points: number;
  readonly solved: string | null;
}
/** The last answer to a question; its box and the day on which it is due again (see boxes.ts). */
export interface Answered {
  readonly at: string;
  readonly right: boolean;
  readonly box: number;
  readonly due: string;
}
/** The questions that were drawn for a day. */
export interface Drawn {
  readonly at: string;
  readonly day: string;
  readonly ids: readonly string[];
}
export interface ProgressData {
  readonly schema: typeof SCHEMA;
  /** Everything up to then was cleared by the reader, and does not come back from another copy. */
  readonly cleared: string;
  readonly terms: Readonly<Record<string, Mark>>;
  readonly sections: Readonly<Record<string, Mark>>;
  readonly exercises: Readonly<Record<string, Checked>>;
  readonly questions: Readonly<Record<string, Answered>>;
  readonly today: Drawn | null;
}

/** Says in a sentence why a text is no progress of this course. */
export class NotProgress extends Error {}

export function empty(cleared = ""): ProgressData {
  return { schema: SCHEMA, cleared, terms: {}, sections: {}, exercises: {}, questions: {}, today: null };
}

/**
 * The one rule: of each entry the newer copy wins, and what came before a clearing is gone. An exercise stays solved.
 * The order of merging does not matter, and merging twice changes nothing.
 */
export function merge(a: ProgressData, b: ProgressData): ProgressData {
  const cleared = [a.cleared, b.cleared].sort()[1];
  const today = [a.today, b.today].filter((one) => one !== null).reduce<Drawn | null>((x, y) => newer(x ?? y, y), null);
  const exercises = Object.entries(join(a.exercises, b.exercises, cleared)).map(([id, entry]): [string, Checked] => {
    const times = [a.exercises[id]?.solved, b.exercises[id]?.solved].filter((time) => time && time > cleared).sort();
    return [id, { ...entry, solved: times.at(-1) ?? null }];
  });
  return {
    schema: SCHEMA,
    cleared,
    terms: join(a.terms, b.terms, cleared),
    sections: join(a.sections, b.sections, cleared),
    exercises: Object.fromEntries(exercises),
    questions: join(a.questions, b.questions, cleared),
    today: today && today.at > cleared ? today : null,
  };
}

function join<E extends { at: string }>(
  a: Readonly<Record<string, E>>,
  b: Readonly<Record<string, E>>,
  cleared: string,
): Record<string, E> {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  const all = ids.map((id): [string, E] => [id, newer(a[id] ?? b[id], b[id] ?? a[id])]);
  return Object.fromEntries(all.filter(([, entry]) => entry.at > cleared));
}

/** Of two entries of the same moment the same one wins in whatever order they come. */
function newer<E extends { at: string }>(x: E, y: E): E {
  if (x.at !== y.at) return x.at > y.at ? x : y;
  return text(x) > text(y) ? x : y;
}

/** `solved` is merged on its own: it must not decide which entry wins. */
const text = (entry: object): string => JSON.stringify({ ...entry, solved: null });

/** Reads what was written by any copy of the course. Throws NotProgress; odd entries are left out. */
export function parse(json: string): ProgressData {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new NotProgress("this is not JSON: the file was cut off, or is of another kind");
  }
  if (!isObject(value) || value.schema !== SCHEMA)
    throw new NotProgress(`this is no progress of the course: its "schema" is not "${SCHEMA}"`);
  const found = {
    schema: SCHEMA,
    cleared: time(value.cleared) ?? "",
    terms: entries(value.terms, mark),
    sections: entries(value.sections, mark),
    exercises: entries(value.exercises, checked),
    questions: entries(value.questions, answered),
    today: drawn(value.today),
  } as const;
  return merge(found, empty()); // in order, and without what was cleared
}

export function print(data: ProgressData): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

const ID = /^[A-Za-z0-9][\w.#-]{0,99}$/;
const isObject = (v: unknown): v is Record<string, unknown> => typeof v === "object" && v !== null && !Array.isArray(v);
const isCount = (v: unknown): v is number => typeof v === "number" && Number.isFinite(v) && v >= 0;
const isDay = (v: unknown): v is string => typeof v === "string" && /^\d{4}-\d\d-\d\d$/.test(v);

function time(v: unknown): string | null {
  const ms = typeof v === "string" ? Date.parse(v) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}

function entries<E>(group: unknown, read: (entry: Record<string, unknown>, at: string) => E | null): Record<string, E> {
  if (!isObject(group)) return {};
  const found = Object.entries(group).map(([id, entry]): [string, E | null] => {
    const at = isObject(entry) ? time(entry.at) : null;
    return [id, at === null || !ID.test(id) ? null : read(entry as Record<string, unknown>, at)];
  });
  return Object.fromEntries(found.filter((pair): pair is [string, E] => pair[1] !== null));
}

const mark = ({ read }: Record<string, unknown>, at: string): Mark | null =>
  typeof read === "boolean" ? { at, read } : null;
const checked = ({ score, points, solved }: Record<string, unknown>, at: string): Checked | null =>
  isCount(score) && isCount(points) ? { at, score, points, solved: earlier(time(solved), at) } : null;
const earlier = (a: string | null, b: string): string | null => (a === null || a < b ? a : b);
const answered = ({ right, box, due }: Record<string, unknown>, at: string): Answered | null =>
  typeof right === "boolean" && isCount(box) && isDay(due) ? { at, right, box: Math.trunc(box), due } : null;
function drawn(v: unknown): Drawn | null {
  const at = isObject(v) ? time(v.at) : null;
  if (!isObject(v) || at === null || !isDay(v.day) || !Array.isArray(v.ids)) return null;
  return { at, day: v.day, ids: v.ids.filter((id) => typeof id === "string" && ID.test(id)) };
}

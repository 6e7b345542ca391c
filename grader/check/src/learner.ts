/** What a learner calls in a notebook or a page: `await check("E05.4", { softmaxAxis })` shows a report at once. */
import * as library from "termwise";
import { termwise } from "./bridge.ts";
import { type CheckOptions, checkAnswer, type Exercise } from "./exercise.ts";
import { asHtml } from "./html.ts";
import { localAnswer } from "./local.ts";
import { exerciseOf, type Listing, type Prebuilt } from "./prebuilt.ts";
import type { Report } from "./report.ts";
import { asText } from "./text.ts";
import { watchLibrary } from "./watch.ts";

/**
 * Checks an answer and shows the report: which tests it passes, the smallest input on which it fails, and which
 * mistake it makes, if it behaves like a known one. A function, or an object of what the exercise asks for.
 *
 * Throws an Error for an id that no exercise has.
 *
 * @example
 * await check("E05.4", { softmaxAxis, softmaxAxisVjp });
 */
export async function check(id: string, answer: object): Promise<void> {
  show(await reportOn(id, answer));
}

export interface ReportOptions extends Pick<CheckOptions, "stopped" | "giveUp" | "alive"> {
  /** The answer is what a file exports: a missing name is missing an export. */
  readonly exported?: boolean;
}

/** The report of `check` as data. */
export async function reportOn(id: string, answer: object, options: ReportOptions = {}): Promise<Report> {
  const exercise = await exerciseById(id);
  const { exported = false, ...how } = options;
  const given = givenExports(answer);
  const missing = (name: string): string => `${name} was not given: check("${exercise.id}", { …, ${name} })`;
  const watch = exercise.forbidden.length > 0 ? watchLibrary(library, exercise.forbidden) : undefined;
  const local = localAnswer(given, termwise, { ...(!exported && { missing }), ...(watch && { watch }) });
  return checkAnswer(exercise, local, how);
}

/** `check("E02.1", broadcastShapes)` means `{ broadcastShapes }`. */
function givenExports(answer: object): Record<string, unknown> {
  if (typeof answer === "function") return { [answer.name]: answer };
  if (typeof answer === "object" && answer !== null) return { ...answer };
  throw new TypeError(`check("E05.4", { softmaxAxis }): the second argument is the answer, in braces`);
}

/** Where built exercises come from. A page that bundles its own replaces both. */
export interface Source {
  list(): Promise<readonly Listing[]>;
  load(listing: Listing): Promise<Prebuilt>;
}
const folder = "./exercises";
const beside = async (file: string): Promise<unknown> => {
  const path = `${folder}/${file}.js`; // a variable, so that a bundler leaves it to the time when it is needed
  return ((await import(path)) as { default: unknown }).default;
};
let source: Source = {
  list: async () => (await beside("index")) as readonly Listing[],
  load: async ({ id }) => (await beside(id)) as Prebuilt,
};
const opened = new Map<string, Promise<Exercise>>();

/** Takes built exercises from somewhere else than the files beside this one. */
export function exercisesFrom(other: Source): void {
  source = other;
  opened.clear();
}

async function exerciseById(id: string): Promise<Exercise> {
  const wanted = String(id).trim().toUpperCase();
  const all = await source.list();
  const listing = all.find((one) => one.id === wanted);
  if (!listing) {
    const there = all.map((one) => `${one.id} ${one.title}`).join("\n  ");
    throw new Error(`there is no exercise ${String(id)}; there are\n  ${there}`);
  }
  if (!opened.has(wanted)) opened.set(wanted, source.load(listing).then(exerciseOf));
  return opened.get(wanted)!;
}

interface Host {
  display(data: Record<string, unknown>): void;
  /** Remembers what a check found, where the host keeps the learner's progress. */
  checked?(result: Pick<Report, "id" | "state" | "score" | "points">): void;
}

/** To the notebook or page if there is one, else as text. */
function show(report: Report): void {
  const { __termwise: host } = globalThis as { __termwise?: Host };
  const text = asText(report);
  if (host) host.display({ "text/html": asHtml(report), "text/plain": text });
  else console.log(text);
  host?.checked?.(report);
}

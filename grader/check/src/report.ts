/** What came of a check, as data: the same answer, suite and seed give the same report on any machine. */
import type { Mistake, Naming } from "./naming.ts";
import type { TestReport } from "./run.ts";

export const REPORT_SCHEMA = "termwise/report/1";
export type State = "graded" | "not_started" | "load_failed" | "rejected" | "infrastructure_error";

export interface Named {
  readonly how: "exactly" | "mostly";
  readonly agreement: number;
  readonly mistakes: readonly Pick<Mistake, "name" | "does" | "belief" | "hint">[];
}
export interface Report {
  readonly schema: typeof REPORT_SCHEMA;
  readonly id: string;
  readonly title: string;
  readonly state: State;
  /** One sentence where there is nothing to list: why the answer did not load, that it is not started. */
  readonly message: string | null;
  readonly score: number;
  readonly points: number;
  readonly tests: readonly TestReport[];
  readonly naming: Named | null;
  /** Wall clock; no part of the digest. */
  readonly ms: number;
}
type Head = { readonly id: string; readonly title: string };
interface Found {
  readonly naming?: Naming | null;
  readonly marked?: boolean;
  readonly ms?: number;
}

/** The report on tests that ran. What a learner may not see is left out here, not in the rendering. */
export function report({ id, title }: Head, tests: readonly TestReport[], found: Found = {}): Report {
  const { naming = null, marked = false, ms = 0 } = found;
  const points = sum(tests);
  const score = sum(tests.filter((t) => t.status === "passed"));
  const started = tests.some((t) => t.status !== "not_started");
  return {
    schema: REPORT_SCHEMA,
    id,
    title,
    state: started ? "graded" : "not_started",
    message: started ? null : "Not started yet: the answer is still the stub.",
    score,
    points,
    tests: tests.map((test) => (hidden(test, marked) ? { ...test, failure: null } : test)).map(saidOnce()),
    naming: naming && named(naming),
    ms,
  };
}

/** The report on an answer that could not be run at all. */
export function unrun({ id, title }: Head, points: number, state: State, message: string): Report {
  return { schema: REPORT_SCHEMA, id, title, state, message, score: 0, points, tests: [], naming: null, ms: 0 };
}

const sum = (tests: readonly TestReport[]): number => tests.reduce((total, t) => total + t.points, 0);

/** Opaque tests never show their inputs; secret ones do in practice, where everybody has the seed. */
const hidden = ({ visibility }: TestReport, marked: boolean): boolean =>
  visibility === "opaque" || (visibility === "secret" && marked);

/** A note that an earlier test brought is not repeated. */
function saidOnce(): (test: TestReport) => TestReport {
  const said = new Set([""]);
  return (test) => {
    const { failure } = test;
    if (!failure) return test;
    if (said.has(failure.note)) return { ...test, failure: { ...failure, note: "" } };
    said.add(failure.note);
    return test;
  };
}

function named({ how, agreement, mistakes }: Naming): Named {
  const list = mistakes.map(({ name, does, belief, hint }) => ({ name, does, belief, hint }));
  return { how, agreement: Math.round(agreement * 1000) / 1000, mistakes: list };
}

/** The part of a report that is the same everywhere, as JSON with sorted keys. */
export function canonical({ ms: _, ...rest }: Report): string {
  return JSON.stringify(sorted(rest));
}

function sorted(v: unknown): unknown {
  if (Array.isArray(v)) return v.map(sorted);
  if (typeof v !== "object" || v === null) return v;
  const pairs = Object.entries(v).map(([key, x]): [string, unknown] => [key, sorted(x)]);
  return Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of the canonical part, in hexadecimal. */
export async function digest(r: Report): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical(r)));
  return Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, "0")).join("");
}

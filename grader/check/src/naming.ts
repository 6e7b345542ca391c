/** Names a learner's mistake by behaviour: which known wrong answer does what this answer does? */
import { difference } from "./difference.ts";
import type { Transcript } from "./run.ts";
import { isTensor } from "./values.ts";

/** A wrong answer: lines of the solution and what they become, or, where the structure differs, whole source. */
export interface Variant {
  readonly change?: Readonly<Record<string, string>>;
  readonly code?: string;
}
/** One misconception. `also` holds other ways to write it that behave differently. */
export interface Mistake extends Variant {
  readonly name: string;
  /** Completes "Your code behaves exactly like code that …". */
  readonly does: string;
  /** What is true instead, one sentence. */
  readonly belief: string;
  /** A question or an experiment, never code. */
  readonly hint: string;
  readonly also?: readonly Variant[];
}
export interface Known {
  readonly mistake: Mistake;
  readonly transcript: Transcript;
}
export interface Naming {
  readonly how: "exactly" | "mostly";
  readonly mistakes: readonly Mistake[];
  /** Share of the telling places at which answer and mistake agree. */
  readonly agreement: number;
}

/** `mostly` needs this share of the telling places, and this margin over the next mistake. */
export const LIMITS = { mostly: 0.9, margin: 0.15, tol: 1e-4 };

/** The known behaviour that agrees at 90 % of the telling places, if no other comes near it. */
export function nameMostly(
  answer: Transcript,
  right: Transcript,
  known: readonly Known[],
  { mostly, margin } = LIMITS,
): Naming | null {
  const wrong = differing(answer, right);
  if (wrong.size === 0) return null;
  const best = new Map<Mistake, number>();
  for (const { mistake, transcript } of known) {
    best.set(mistake, Math.max(best.get(mistake) ?? 0, agreement(answer, transcript, right, wrong)));
  }
  const [first, second] = [...best].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < mostly || first[1] - (second?.[1] ?? 0) < margin) return null;
  return { how: "mostly", mistakes: [first[0]], agreement: first[1] };
}

/** Agreement on D ∪ F: the places where the mistake, or the answer, differs from the solution. */
function agreement(answer: Transcript, mistake: Transcript, right: Transcript, wrong: ReadonlySet<string>): number {
  const telling = union(differing(mistake, right), wrong);
  const agreed = [...telling].filter((place) => agree(answer, mistake, place, LIMITS.tol));
  return telling.size === 0 ? 0 : agreed.length / telling.size;
}

/** Places at which two transcripts differ, a place missing from one included. */
export function differing(a: Transcript, b: Transcript, tol = LIMITS.tol): Set<string> {
  const places = union(new Set(a.keys()), new Set(b.keys()));
  return new Set([...places].filter((place) => !agree(a, b, place, tol)));
}

/** Whether a transcript shows this value at this place. */
export function shows(transcript: Transcript, place: string, seen: unknown): boolean {
  return agree(transcript, new Map([[place, seen]]), place, LIMITS.tol);
}

/** The part of a transcript that belongs to other tests than these. */
export function without(transcript: Transcript, tests: ReadonlySet<number>): Transcript {
  if (tests.size === 0) return transcript;
  return new Map([...transcript].filter(([place]) => !tests.has(Number.parseInt(place, 10))));
}

function agree(a: Transcript, b: Transcript, place: string, tol: number): boolean {
  if (a.has(place) !== b.has(place)) return false;
  const x = a.get(place);
  const y = b.get(place);
  return difference(x, y, tol) === null && (isTensor(x) || difference(y, x, tol) === null);
}

const union = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> => new Set([...a, ...b]);

/** The sentence a learner reads. */
export function sentence({
  how,
  mistakes,
  agreement,
}: Pick<Naming, "how" | "agreement"> & { mistakes: readonly Pick<Mistake, "does">[] }): string {
  const does = mistakes.map((m) => m.does).join(", and also ");
  if (how === "exactly") return `Your code behaves exactly like code that ${does}.`;
  return `Your code behaves almost like code that ${does} (in ${Math.floor(100 * agreement)} % of the telling cases).`;
}

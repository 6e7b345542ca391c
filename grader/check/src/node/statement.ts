/** Reads `exercise.md`: the head, the task, and the ladder of hints. */
export interface Statement {
  readonly id: string;
  readonly title: string;
  readonly tier: "core" | "stretch" | "challenge";
  readonly points: number;
  readonly terms: readonly string[];
  /** The place in the chapter after which it can be done: `ch05#softmax`. */
  readonly after: string;
  /** Library functions that an answer may not call. */
  readonly forbidden: readonly string[];
  readonly body: string;
  readonly hints: readonly { readonly title: string; readonly text: string }[];
  /** Of a debugging lab: the fault of the run in its pictures, and what speaks for or against each. */
  readonly lab: Lab | null;
}
export interface Lab {
  readonly fault: string;
  readonly choices: readonly { readonly name: string; readonly text: string }[];
}

export function statement(markdown: string): Statement {
  const [, head, rest] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? fail("starts with no head between --- lines");
  const fields = Object.fromEntries(head.split("\n").map((line) => line.split(/:\s+(.*)/s, 2)));
  const list = (name: string): string[] => (fields[name] ?? "").match(/[\w.-]+/g) ?? [];
  for (const name of ["id", "title", "tier", "points", "terms", "after"]) if (!fields[name]) fail(`has no ${name}`);
  const hints = [...rest.matchAll(/:::\{hint\} ([^\n]*)\n(.*?)\n:::/gs)].map(([, title, text]) => ({ title, text }));
  const { id, title, tier, after } = fields as Record<string, string> & { tier: Statement["tier"] };
  const body = rest.replaceAll(/:::\{hint\} .*?\n:::\n?/gs, "").trim();
  const lab = fields.fault ? { fault: fields.fault, choices: choicesOf(rest) } : null;
  if (lab && !lab.choices.some(({ name }) => name === lab.fault)) fail(`has no choice ${lab.fault}`);
  const points = Number(fields.points);
  return { id, title, tier, points, after, terms: list("terms"), forbidden: list("forbidden"), body, hints, lab };
}

const CHOICE = /:::\{choice\} ([^\n]*)\n(.*?)\n:::/gs;
const choicesOf = (text: string): Lab["choices"] =>
  [...text.matchAll(CHOICE)].map(([, name, text]) => ({ name, text }));

function fail(what: string): never {
  throw new Error(`exercise.md ${what}`);
}

/** Makes modules from source text: the solution, a mistake given as a change of it, a mutant. For trusted text only. */
import { stripTypeScriptTypes } from "node:module";
import type { Variant } from "../naming.ts";

export type Modules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * The solution with the changes of some variants, all made at once; null where two changes overlap. Every changed
 * piece must occur exactly once in the solution, so that a stale change fails loudly.
 */
export function applyChanges(solution: string, variants: readonly Variant[]): string | null {
  const whole = variants.find((v) => v.code !== undefined);
  if (whole) return variants.length === 1 ? whole.code! : null;
  const places = variants
    .flatMap(({ change = {} }) => Object.entries(change))
    .map(([from, to]) => ({ to, at: placeOf(from, solution), end: placeOf(from, solution) + from.length }));
  places.sort((p, q) => q.at - p.at); // from the back, so that positions stay valid
  if (places.some((p, k) => k > 0 && places[k - 1].at < p.end)) return null;
  return places.reduce((text, { to, at, end }) => text.slice(0, at) + to + text.slice(end), solution);
}

function placeOf(piece: string, solution: string): number {
  const found = solution.split(piece).length - 1;
  if (found === 1) return solution.indexOf(piece);
  throw new Error(`a mistake changes this, which the solution contains ${found} times, not once\n  ${piece}`);
}

/** The body of a function of `modules` that returns what the source exports, as JavaScript. */
export function functionBody(source: string): string {
  const exported: string[] = [];
  const body = stripped(source)
    .replace(/^import\s*\{([^}]*)\}\s*from "([^"]+)";?/gm, (_, names: string, from: string) => {
      const list = names
        .split(",")
        .map((name) => name.trim().replace(/\s+as\s+/, ": "))
        .filter(Boolean);
      return list.length > 0 ? `const { ${list.join(", ")} } = modules[${JSON.stringify(from)}];` : "";
    })
    .replace(/^export (async function|function|class|const) (\w+)/gm, (_, kind: string, name: string) => {
      exported.push(name);
      return `${kind} ${name}`;
    });
  return `"use strict";\n${body}\nreturn { ${exported.join(", ")} };`;
}

function stripped(source: string): string {
  const warn = process.emitWarning;
  process.emitWarning = () => {}; // Node announces that stripping types is experimental, once a process
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = warn;
  }
}

/** Evaluates TypeScript source whose imports are all in `modules`. Returns its exports. */
export function evaluate(source: string, modules: Modules): Record<string, unknown> {
  return new Function("modules", functionBody(source))(modules);
}

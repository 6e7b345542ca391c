/**
 * Best polynomials for the kernels' exp, log and erf, by Remez exchange (Remez 1934): the error of the best polynomial of
 * degree n touches its bound at n + 2 points with alternating sign. `node tools/kernels/remez.ts` prints
 * lib/src/backend/wasm/kernels/coefficients.as.
 */
import { erf } from "../../lib/src/backend/reference/erf.ts";

export interface Problem {
  readonly f: (x: number) => number;
  /** The error is measured as weight(x)·(p(x) − f(x)). */
  readonly weight: (x: number) => number;
  readonly from: number;
  readonly to: number;
  readonly degree: number;
}

/** Coefficients of the best polynomial, constant first, and its largest weighted error. */
export function remez(problem: Problem): { coefficients: number[]; error: number } {
  const { f, weight, from, to, degree } = problem;
  const middle = (from + to) / 2;
  const radius = (to - from) / 2;
  let points = Array.from({ length: degree + 2 }, (_, i) => middle - radius * Math.cos((Math.PI * i) / (degree + 1)));
  for (let round = 0; ; round++) {
    const rows = points.map((x, i) => [
      ...Array.from({ length: degree + 1 }, (_, k) => x ** k),
      (i % 2 === 0 ? 1 : -1) / weight(x),
      f(x),
    ]);
    const coefficients = solve(rows).slice(0, degree + 1);
    const peaks = extremes((x) => weight(x) * (horner(coefficients, x) - f(x)), from, to, degree + 2);
    const error = Math.max(...peaks.map((p) => Math.abs(p.e)));
    const moved = Math.max(...peaks.map((p, i) => Math.abs(p.x - points[i])));
    if (moved < 1e-9 * radius || round === 40 || peaks.length < points.length) return { coefficients, error };
    points = peaks.map((p) => p.x);
  }
}

export const horner = (c: readonly number[], x: number): number => c.reduceRight((sum, ck) => sum * x + ck, 0);

/** The `count` largest alternating extremes of e on a fine grid. */
function extremes(e: (x: number) => number, from: number, to: number, count: number): { x: number; e: number }[] {
  const found: { x: number; e: number }[] = [];
  const N = 20_000;
  for (let i = 0; i <= N; i++) {
    const x = from + ((to - from) * i) / N;
    const here = { x, e: e(x) };
    const last = found[found.length - 1];
    if (last === undefined || Math.sign(last.e) !== Math.sign(here.e)) found.push(here);
    else if (Math.abs(here.e) > Math.abs(last.e)) found[found.length - 1] = here;
  }
  while (found.length > count) Math.abs(found[0].e) < Math.abs(found[found.length - 1].e) ? found.shift() : found.pop();
  return found;
}

/** Gaussian elimination with pivoting; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  return rows.map((row, i) => row[n] / row[i]);
}

const half = Math.LN2 / 2;
/** (eʳ − 1 − r)/r² without cancellation. */
const expTail = (r: number): number => {
  let term = 1 / 2;
  let sum = 0;
  for (let k = 3; k < 24; k++) {
    sum += term;
    term *= r / k;
  }
  return sum;
};
/** (2 atanh(s) − 2s)/s³ with z = s². */
const logTail = (z: number): number => {
  let sum = 0;
  for (let k = 20; k >= 0; k--) sum = sum * z + 2 / (2 * k + 3);
  return sum;
};
const erfcLog = (t: number): number => (t < 1e-6 ? 2 / Math.sqrt(Math.PI) : -Math.log1p(-erf(t)) / t);

export const problems: Readonly<Record<string, Problem>> = {
  exp: { f: expTail, weight: () => 1, from: -half, to: half, degree: 4 },
  log: { f: logTail, weight: () => 1, from: 0, to: (3 - 2 * Math.SQRT2) ** 2, degree: 2 },
  erf: { f: erfcLog, weight: (t) => (t < 1e-3 ? 1 : ((1 - erf(t)) * t) / erf(t)), from: 0, to: 4, degree: 8 },
};

/** The committed table of coefficients. */
export function table(): string {
  const lines = [
    "// Polynomials of the elementary functions: (eʳ − 1 − r)/r², (2 atanh s − 2s)/s³ in s², −log(erfc t)/t.",
    "// Printed by tools/kernels/remez.ts; the largest error is beside each.",
  ];
  for (const [name, problem] of Object.entries(problems)) {
    const { coefficients, error } = remez(problem);
    lines.push(
      "",
      `/** Degree ${problem.degree} on [${problem.from.toPrecision(6)}, ${problem.to.toPrecision(6)}], error ${error.toExponential(1)}. Constant first. */`,
    );
    lines.push(
      `export const ${name.toUpperCase()}: usize = memory.data<f32>([`,
      ...coefficients.map((c) => `  ${Math.fround(c).toPrecision(9)},`),
      "]);",
    );
  }
  return `${lines.join("\n")}\n`;
}

if (import.meta.main) process.stdout.write(table());

/** How far every operation is from PyTorch's float64, on a backend: the golden cases, measured instead of judged. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as T from "../../lib/src/index.ts";
import { type Candidate, on } from "../../lib/test/support/backends.ts";
import { type Options, operations } from "../../lib/test/support/operations.ts";
import { root } from "../root.ts";

interface Stored {
  readonly shape: number[];
  readonly data: (number | string)[];
}

export interface Case {
  readonly op: string;
  readonly options: Options;
  readonly inputs: Stored[];
  readonly output: Stored;
  readonly weights?: Stored;
  readonly grads?: (Stored | null)[];
}

/** The worst relative errors of an operation; null when it has no gradient. */
export interface Worst {
  readonly values: number;
  readonly gradients: number | null;
}

export const readCases = (): Case[] =>
  ["operations", "layers"].flatMap(
    (name) => JSON.parse(readFileSync(join(root, `lib/test/golden/${name}.json`), "utf8")) as Case[],
  );

/** Every operation of the golden cases → its worst errors on this backend. */
export function measure(candidate: Candidate, cases: readonly Case[]): Map<string, Worst> {
  const worst = new Map<string, Worst>();
  for (const one of cases) {
    const { values, gradients } = on(candidate, () => errorsOf(one));
    const before = worst.get(one.op);
    worst.set(one.op, {
      values: Math.max(before?.values ?? 0, values),
      gradients: larger(before?.gradients ?? null, gradients),
    });
  }
  return worst;
}

function errorsOf({ op, options, inputs, output, weights, grads }: Case): Worst {
  const xs = inputs.map((stored, i) => (grads?.[i] ? T.parameter(make(stored)) : make(stored)));
  const y = operations[op](xs, options);
  const values = relativeError(y.data64(), numbersOf(output));
  if (!weights || !grads) return { values, gradients: null };
  const wanted = xs.filter((x) => x.requiresGrad);
  const found = T.gradients(y, wanted, { upstream: make(weights) });
  const exact = grads.flatMap((g) => (g === null ? [] : [numbersOf(g)]));
  return { values, gradients: Math.max(...exact.map((g, i) => relativeError(found[i].data64(), g))) };
}

/** The largest difference, divided by the largest exact number. What is not finite has to be equal. */
export function relativeError(actual: ArrayLike<number>, exact: ArrayLike<number>): number {
  if (actual.length !== exact.length) return Number.POSITIVE_INFINITY;
  let [difference, scale] = [0, 0];
  for (let i = 0; i < exact.length; i++) {
    if (Number.isFinite(exact[i]) && Number.isFinite(actual[i])) {
      difference = Math.max(difference, Math.abs(actual[i] - exact[i]));
      scale = Math.max(scale, Math.abs(exact[i]));
    } else if (!Object.is(actual[i], exact[i])) return Number.POSITIVE_INFINITY;
  }
  return difference === 0 ? 0 : difference / (scale || 1);
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const numbersOf = ({ data }: Stored): Float64Array =>
  Float64Array.from(data, (x) => Number(String(x).replace("inf", "Infinity")));
const make = (stored: Stored): T.Tensor => T.tensor(numbersOf(stored), { shape: stored.shape });

/** Kind 3: values and gradients of every operation, on every backend, against PyTorch (tools/golden). */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "vitest";
import * as T from "../src/index.ts";
import { backends, on } from "./support/backends.ts";
import { close } from "./support/close.ts";
import { type Options, operations } from "./support/operations.ts";

interface Stored {
  readonly shape: number[];
  readonly data: (number | string)[];
}

interface Case {
  readonly op: string;
  readonly options: Options;
  readonly inputs: Stored[];
  readonly output: Stored;
  readonly weights?: Stored;
  readonly grads?: (Stored | null)[];
}

interface Path {
  readonly optimizer: "sgd" | "adam" | "adamW";
  readonly options: { lr: number };
  readonly points: number[][];
}

const read = (name: string): string => readFileSync(new URL(`golden/${name}.json`, import.meta.url), "utf8");
const cases: Case[] = ["operations", "layers"].flatMap((name) => JSON.parse(read(name)));
const paths: Path[] = JSON.parse(read("optimizers"));
const numbersOf = ({ data }: Stored): Float64Array =>
  Float64Array.from(data, (x) => Number(String(x).replace("inf", "Infinity")));
const make = (stored: Stored): T.Tensor => T.tensor(numbersOf(stored), { shape: stored.shape });

test("every operation has golden values", () => {
  const covered = new Set(cases.map(({ op }) => op));
  assert.deepEqual(
    Object.keys(operations).filter((op) => !covered.has(op)),
    [],
  );
  assert.deepEqual(
    [...covered].filter((op) => !(op in operations)),
    [],
  );
});

for (const candidate of backends) {
  describe(`${candidate.name} agrees with PyTorch`, () => {
    for (const op of Object.keys(operations)) {
      test(`in the values and gradients of ${op}`, () => {
        for (const one of cases.filter((c) => c.op === op)) on(candidate, () => agrees(one, candidate.within));
      });
    }
    for (const [i, path] of paths.entries()) {
      test(`in six steps of ${path.optimizer}, path ${i}`, () => on(candidate, () => follows(path, candidate.within)));
    }
  });
}

function agrees({ op, options, inputs, output, weights, grads }: Case, within: number): void {
  const xs = inputs.map((stored, i) => (grads?.[i] ? T.parameter(make(stored)) : make(stored)));
  const y = operations[op](xs, options);
  const what = `${op} ${JSON.stringify(options)} of ${inputs.map((x) => T.shapeText(x.shape)).join(" and ")}`;
  close(y, output.shape, numbersOf(output), within, what);
  if (!weights || !grads) return;
  const wanted = xs.filter((x) => x.requiresGrad);
  const found = T.gradients(y, wanted, { upstream: make(weights) });
  for (const [i, stored] of grads.flatMap((g) => (g === null ? [] : [g])).entries()) {
    close(found[i], stored.shape, numbersOf(stored), within, `gradient ${i} of ${what}`);
  }
}

function follows({ optimizer, options, points }: Path, within: number): void {
  const p = T.parameter(T.tensor([1.5, -2, 0.25]));
  const bowl = T.tensor([1, 4, 0.5]);
  const steps = { sgd: T.sgd, adam: T.adam, adamW: T.adamW }[optimizer]([p], options);
  for (const point of points) {
    steps.zeroGrad();
    const product = p.at(0).mul(p.at(1)).mul(p.at(2));
    p.square().mul(bowl).sum().add(product).backward();
    steps.step();
    close(p, [3], point, within * 10, optimizer);
  }
}

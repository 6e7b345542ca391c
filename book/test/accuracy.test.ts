/** The committed table of accuracy covers every operation and promises no more than is measured now. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { measure, readCases, relativeError } from "../../tools/accuracy/measure.ts";
import { file, rounded, shown, type Table, torchVersion } from "../../tools/accuracy/table.ts";
import { root } from "../../tools/root.ts";

const table = JSON.parse(readFileSync(join(root, file), "utf8")) as Table;
const cases = readCases();
const SLACK = 4; // engines differ in the last bits of Math.exp and its relatives

test("the table has a line for every operation with golden values: npm run accuracy makes it anew", () => {
  expect(Object.keys(table.operations)).toEqual([...new Set(cases.map(({ op }) => op))]);
  for (const [op, { cases: count }] of Object.entries(table.operations))
    expect(count, op).toBe(cases.filter((one) => one.op === op).length);
});

test("it names the version of PyTorch that made the golden values", () => expect(table.torch).toBe(torchVersion()));

describe.each(shown.filter(({ name }) => !name.includes("relaxed")))("$name", (backend) => {
  test("no operation is less exact than its line says", () => {
    const tooBold = [...measure(backend, cases)].filter(([op, { values, gradients }]) => {
      const [statedValues, statedGradients] = table.operations[op]?.errors[backend.name] ?? [0, 0];
      return values > SLACK * statedValues || (gradients ?? 0) > SLACK * (statedGradients ?? 0);
    });
    expect(tooBold).toEqual([]);
  });
});

test("the relative error is the largest difference divided by the largest exact number", () => {
  expect(relativeError([1, 4.5], [1, 4])).toBe(0.125);
  expect(relativeError([0, 0], [0, 0])).toBe(0);
  expect(relativeError([], [])).toBe(0);
});

test("a number where there should be none, or none where there should be one, is no small error", () => {
  expect(relativeError([1, Number.NaN], [1, 2])).toBe(Number.POSITIVE_INFINITY);
  expect(relativeError([Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  expect(relativeError([Number.NaN], [Number.NaN])).toBe(0);
  expect(relativeError([1], [1, 2])).toBe(Number.POSITIVE_INFINITY);
});

test("what the table says is rounded up to two digits", () => {
  expect(rounded(6.01e-7)).toBe(6.1e-7);
  expect(rounded(6.1e-7)).toBe(6.1e-7);
  expect(rounded(0)).toBe(0);
});

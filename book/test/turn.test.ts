/** Two builds never write into the same folder at once. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inTurn } from "../turn.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-turn-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the second waits for the first, and nothing is left behind", async () => {
  const file = join(folder, "build/turn");
  const order: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    order.push(`${name} begins`);
    await pause(50);
    order.push(`${name} ends`);
  };
  await Promise.all([inTurn(file, work("a")), inTurn(file, work("b"))]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
  expect(existsSync(file)).toBe(false);
});

test("a turn is given back when the work fails", async () => {
  const file = join(folder, "turn");
  await expect(inTurn(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await inTurn(file, async () => 7)).toBe(7);
});

test("what a dead process left does not block", async () => {
  const file = join(folder, "turn");
  writeFileSync(file, "999999999");
  expect(await inTurn(file, async () => 7)).toBe(7);
});

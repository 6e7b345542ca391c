/** `check("E05.4", { softmaxAxis })` in a notebook or page: built exercises, one display, nothing that changes from run to run. */
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { Tensor } from "termwise";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { check, exercisesFrom, type Listing, type Prebuilt, reportOn } from "../src/index.ts";
import { root } from "./help.ts";

const out = `${root}/grader/check/dist/exercises`;
const built = async (file: string): Promise<unknown> => (await import(pathToFileURL(`${out}/${file}.js`).href)).default;

beforeAll(() => {
  execFileSync(process.execPath, [`${root}/tools/exercises/prebuild.ts`], { stdio: "pipe" });
  exercisesFrom({
    list: async () => (await built("index")) as Listing[],
    load: async ({ id }) => (await built(id)) as Prebuilt,
  });
});
afterEach(() => {
  delete (globalThis as { __termwise?: unknown }).__termwise;
});

const softmaxAxis = (x: Tensor, axis: number): Tensor => {
  const e = x.sub(x.max(axis, { keep: true })).exp();
  return e.div(e.sum(axis, { keep: true }));
};
const diagonal = (y: Tensor, g: Tensor): Tensor => g.mul(y).mul(y.neg().add(1));

describe("check in a notebook", () => {
  test("shows HTML and text once through the display host, and gives nothing back to print", async () => {
    const shown: Record<string, unknown>[] = [];
    (globalThis as { __termwise?: unknown }).__termwise = {
      display: (data: Record<string, unknown>) => shown.push(data),
    };
    expect(await check("E05.4", { softmaxAxis, softmaxAxisVjp: diagonal })).toBeUndefined();
    expect(shown).toHaveLength(1);
    expect(Object.keys(shown[0])).toEqual(["text/html", "text/plain"]);
    expect(String(shown[0]["text/plain"]).replaceAll(/\s+/g, " ")).toContain(
      "treats the Jacobian as diagonal, y(1−y).",
    );
    await check("E05.4", { softmaxAxis, softmaxAxisVjp: diagonal });
    expect(shown[1]).toEqual(shown[0]);
  });
  test("prints the text where there is no host", async () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    await check("E05.4", { softmaxAxis });
    expect(log).toHaveBeenCalledOnce();
    expect(log.mock.calls[0][0]).toContain('softmaxAxisVjp was not given: check("E05.4", { …, softmaxAxisVjp })');
    log.mockRestore();
  });
  test("takes a function for its only export, and small letters in the id", async () => {
    const broadcastShapes = (a: number[], b: number[]): number[] => {
      const rank = Math.max(a.length, b.length);
      return Array.from({ length: rank }, (_, k) => {
        const [m, n] = [a[a.length - rank + k] ?? 1, b[b.length - rank + k] ?? 1];
        if (m !== n && m !== 1 && n !== 1) throw new Error(`cannot broadcast [${a}] with [${b}]`);
        return m === 1 ? n : m;
      });
    };
    expect(await reportOn("e02.1", broadcastShapes)).toMatchObject({ score: 10, points: 10 });
  });
  test("an id that no exercise has is an error that lists those there are", async () => {
    await expect(check("E99.9", {})).rejects.toThrow(
      /there is no exercise E99\.9; there are\n {2}E01\.1 Inside which circle/,
    );
  });
  test("an answer that is no object says how to write it", async () => {
    await expect(check("E02.1", undefined as never)).rejects.toThrow("the second argument is the answer, in braces");
  });
});

test("a built exercise holds its mistakes and composable pairs as functions, and no text to compile", async () => {
  const one = (await built("E05.4")) as Prebuilt;
  expect(one.mistakes.map((m) => m.name)).toContain("diagonal-jacobian");
  expect(Object.values(one.wrong).every((make) => typeof make === "function")).toBe(true);
  expect(Object.keys(one.wrong).filter((key) => key.includes("+")).length).toBeGreaterThan(20);
});

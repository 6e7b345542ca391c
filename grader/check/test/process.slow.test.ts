/** Bounds of an answer's process that take seconds to reach. */
import { afterAll, expect, test } from "vitest";
import { type ProcessAnswer, processAnswer } from "../src/node/process.ts";

const open: ProcessAnswer[] = [];
const answering = async (source: string, limit: number): Promise<ProcessAnswer> => {
  const answer = await processAnswer({ source, nodeOptions: ["--conditions=source"], limit });
  open.push(answer);
  expect(answer.fault).toBeNull();
  return answer;
};
afterAll(() => {
  for (const answer of open) answer.close();
});

test("memory that never ends is a call without a result", async () => {
  const answer = await answering(
    "export function double(): number { const a = []; for (;;) a.push(new Array(1e6).fill(1)); }",
    60_000,
  );
  expect((await answer.call("double", [1])).fault?.kind).toBe("ended");
});

test("callbacks more than 100,000 in one call are refused", async () => {
  const source = `export function often(f: () => void): string {
  try {
    for (let n = 0; n < 100_001; n++) f();
  } catch (error) {
    return (error as Error).message;
  }
  return "all";
}`;
  const answer = await answering(source, 120_000);
  expect((await answer.call("often", [() => 0])).value).toBe("called back more than 100000 times");
});

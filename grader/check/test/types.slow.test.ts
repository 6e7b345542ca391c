/** The package's types compile under the TypeScript of the notebooks' kernel, with every file checked. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildAll } from "../../../tools/build.ts";
import { root } from "./help.ts";

const use = `
import { asHtml, check, live, type Mistake, type Report, reportOn, suite, tensor } from "@termwise/check";
const shown: Promise<void> = check("E05.4", { softmaxAxis: (x: number) => x });
const report: Promise<Report> = reportOn("E05.4", {});
interface Module { double(x: number): number }
export default suite<Module>("E01.1", ({ property }) => {
  property("doubled", { points: 3 }, async ({ call, draw }) => {
    const x = draw.int(0, 9);
    await call("double", x).gives(2 * x, { tol: 1e-3 });
    // @ts-expect-error no such export
    await call("triple", x);
    // @ts-expect-error another argument
    await call("double", "two");
  });
});
export const rest = [shown, report.then(asHtml), live(new Float64Array(2)), tensor([[1, 2]]), {} as Mistake];
`;

test("suites, checks and reports are typed there as here", async () => {
  await buildAll();
  const folder = join(root, "build/check-types");
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    ...{ noEmit: true, strict: true, skipLibCheck: false, types: [] },
    ...{ target: "es2022", lib: ["es2022", "dom", "dom.iterable"], module: "nodenext", moduleResolution: "nodenext" },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  writeFileSync(join(folder, "use.ts"), use);
  const require = createRequire(import.meta.url);
  const tsc = join(require.resolve("@tslab/typescript-for-tslab/package.json"), "../lib/tsc.js");
  try {
    expect(execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" })).toBe("");
  } catch (error) {
    throw new Error(String((error as { stdout?: string }).stdout ?? error));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The package's types compile under TypeScript 5.0.4, the version inside the notebooks, with every library file checked. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "vitest";
import { declarations } from "../../tools/build.ts";

const use = `
import { adam, batches, type Comparable, crossEntropy, digits, dims, grad, linear, module, type Module, parameters, relu,
  Rng, same, sequential, split, Tensor, tensor, valueAndGrad, withBackend } from "./index.js";

const rng = new Rng(1);
const { train, test } = split(digits(), { test: 0.2, rng });
const model: Module = sequential(linear(64, 32, { rng }), relu, (x) => x.mul(2), linear(32, 10, { rng }));
const optimizer = adam(parameters(model), { lr: 0.01 });
for (const [x, y] of batches(train, { size: 64, rng })) {
  const loss: Tensor = crossEntropy(model(x), y);
  optimizer.zeroGrad();
  loss.backward();
  optimizer.step();
}
const one: Tensor = grad((x: Tensor) => x.pow(3))(tensor(2));
const two: Tensor[] = grad((a: Tensor, b: Tensor) => a.mul(b).sum())(tensor(2), tensor(3));
const { value, grad: slope } = valueAndGrad((x: Tensor) => x.exp())(tensor(1));
const { B, T } = dims(test.x, "B T");
const scaled = module({ factor: tensor(2) }, ({ factor }, x: Tensor) => x.mul(factor));
const rows: number[][] = test.x.toRows();
const sum: number = test.x.data().reduce((a, b) => a + b, 0) + rows[0][0] + B + T + value.item() + slope.item();
const list: Comparable = [one, two, [sum]];
same(list, list);
withBackend("reference64", () => scaled(one));
// @ts-expect-error a shape is a list of numbers
tensor([1, 2]).reshape("2");
// @ts-expect-error targets of another kind
crossEntropy(one, "1");
`;

const compilerOptions = {
  noEmit: true,
  strict: true,
  skipLibCheck: false,
  module: "nodenext",
  target: "es2022",
  lib: ["es2022", "dom"],
  types: [],
};

test("the types and a use of them compile under TypeScript 5.0.4 without skipLibCheck", async () => {
  const folder = mkdtempSync(join(tmpdir(), "termwise-types-"));
  try {
    await declarations("lib", folder);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "use.ts"), use);
    const tsc = createRequire(import.meta.url).resolve("@tslab/typescript-for-tslab/lib/tsc.js");
    const version = execFileSync(process.execPath, [tsc, "--version"], { encoding: "utf8" });
    assert.match(version, /Version 5\.0\.4/);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const run = (): string => execFileSync(process.execPath, [tsc, "-p", "."], { cwd: folder, encoding: "utf8" });
    try {
      run();
    } catch (error) {
      assert.fail(error instanceof Error && "stdout" in error ? String(error.stdout) : String(error));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

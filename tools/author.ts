/**
 * `npm run author`: JupyterLab on chapters/, where a Markdown file opens as a notebook and is saved as Markdown again.
 * MyST's own extension is shown to authors only: it would spoil the readers' notebooks, which are plain Markdown.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { offerHelp } from "./help.ts";
import { root } from "./root.ts";
import { openBrowser } from "./start/browser.ts";
import { startLab } from "./start/lab.ts";
import { newToken, stopTogether } from "./start/lifetime.ts";
import { freePort } from "./start/ports.ts";

offerHelp("npm run author\n\nOpens JupyterLab on chapters/; a notebook there is saved as its Markdown file.");

const EXTENSION = "jupyterlab-myst==2.7.0";
const extras = join(root, "build", "author");

if (!existsSync(join(extras, "share", "jupyter", "labextensions", "jupyterlab-myst"))) {
  console.log(`  Installing ${EXTENSION} in build/author …`);
  execFileSync("python", ["-m", "pip", "install", "--quiet", "--no-deps", "--prefix", extras, EXTENSION], {
    stdio: "inherit",
  });
}
process.env.JUPYTER_PATH = join(extras, "share", "jupyter");
process.env.JUPYTER_CONFIG_PATH = join(extras, "etc", "jupyter");
process.env.PYTHONPATH = pythonPath();

const own = join(extras, "jupyter");
const viewers = join(own, "settings", "@jupyterlab", "docmanager-extension", "plugin.jupyterlab-settings");
if (!existsSync(viewers)) {
  mkdirSync(dirname(viewers), { recursive: true });
  writeFileSync(
    viewers,
    JSON.stringify({ defaultViewers: { markdown: "Jupytext Notebook", myst: "Jupytext Notebook" } }),
  );
}

const port = await freePort(8900);
const token = newToken();
const lab = startLab(join(root, "chapters"), { port, token, page: "", own });
stopTogether([() => lab.stop()], lab);
await lab.ready;
const address = `http://127.0.0.1:${port}/?token=${token}`;
console.log(`\n  Chapters  ${address}\n\n  Ctrl-C ends it. Afterwards: npm run notebooks\n`);
if (!process.argv.includes("--no-browser")) openBrowser(address);

function pythonPath(): string {
  const lib = join(extras, "lib");
  const folders = existsSync(lib) ? readdirSync(lib).map((name) => join(lib, name, "site-packages")) : [];
  return folders.join(delimiter);
}

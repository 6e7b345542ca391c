/** Starts JupyterLab on a folder and drives it: opens a notebook, runs all cells, tells what came out. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../root.ts";

export interface Lab {
  readonly address: string;
  readonly token: string;
  stop(): Promise<void>;
}

/** A JupyterLab of the project's environment, on a free port of this machine, that serves `folder`. */
export async function startLab(folder: string, { prefix = resolve(root, ".venv") } = {}): Promise<Lab> {
  const [port, token] = [await freePort(), randomBytes(16).toString("hex")];
  const server = { ip: "127.0.0.1", port, port_retries: 0, root_dir: resolve(folder), allow_root: true };
  const args = [
    `--IdentityProvider.token=${token}`,
    ...Object.entries(server).map(([key, value]) => `--ServerApp.${key}=${value}`),
  ];
  const child = spawn(resolve(prefix, "bin", "jupyter-lab"), ["--no-browser", ...args], {
    cwd: folder,
    env: { ...process.env, PATH: `${resolve(prefix, "bin")}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log: string[] = [];
  child.stderr?.on("data", (text: Buffer) => log.push(String(text)));
  const address = `http://127.0.0.1:${port}`;
  await answering(`${address}/api?token=${token}`, child, log);
  return { address, token, stop: () => stop(child) };
}

/** Opens a notebook of the lab's folder in a fresh workspace. */
export async function openNotebook(page: Page, lab: Lab, path: string): Promise<void> {
  const workspace = `w${randomBytes(4).toString("hex")}`;
  await page.goto(`${lab.address}/lab/workspaces/${workspace}/tree/${path}?reset&token=${lab.token}`);
  await page.waitForSelector(".jp-Notebook .jp-Cell", { timeout: 60_000 });
  await idle(page);
}

/** Runs all cells from the menu and waits until no cell is waiting (after an error JupyterLab runs no further ones). */
export async function runAll(page: Page, { timeout = 180_000 } = {}): Promise<void> {
  await page.click('.lm-MenuBar-item:has-text("Run")');
  await page.click('.lm-Menu-item[data-command="runmenu:run-all"]');
  await page.waitForTimeout(1000);
  const done = (): boolean => {
    const waiting = [...document.querySelectorAll(".jp-InputPrompt")].some((p) => p.textContent?.includes("[*]"));
    const state = document.querySelector(".jp-Notebook-ExecutionIndicator")?.getAttribute("data-status");
    return !waiting && state === "idle";
  };
  await page.waitForFunction(done, null, { timeout, polling: 250 });
}

/** Waits until the kernel says that it is idle. */
export async function idle(page: Page, { timeout = 60_000 } = {}): Promise<void> {
  await page.waitForSelector('.jp-Notebook-ExecutionIndicator[data-status="idle"]', { timeout, state: "attached" });
}

/** Switches between JupyterLab's light and dark theme. */
export async function setTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.click('.lm-MenuBar-item:has-text("Settings")');
  await page.hover('.lm-Menu-item:has-text("Theme")');
  await page.click(`.lm-Menu-item:has-text("JupyterLab ${theme === "dark" ? "Dark" : "Light"}")`);
  await page.waitForFunction((light) => document.body.dataset.jpThemeLight === String(light), theme === "light");
}

export interface OutputReport {
  /** Texts of error outputs. */
  readonly errors: string[];
  /** What stands for a figure on the page, with its size and its text alternative. */
  readonly figures: { readonly kind: string; readonly width: number; readonly height: number; readonly alt: string }[];
}

/** Brings each output into view and tells its figures and errors; JupyterLab draws only what has been seen. */
export async function outputs(page: Page): Promise<OutputReport> {
  const cells = page.locator(".jp-CodeCell");
  for (let i = 0; i < (await cells.count()); i++) {
    const cell = cells.nth(i);
    if ((await cell.locator(".tw-chart, .jp-RenderedHTML img").count()) === 0) continue;
    await cell.scrollIntoViewIfNeeded();
    await page.waitForTimeout(150);
  }
  return page.evaluate(() => {
    const errors = [
      ...document.querySelectorAll('.jp-OutputArea-output[data-mime-type*="error"], .tw-chart [role="alert"]'),
    ];
    const figures = [...document.querySelectorAll(".tw-chart, .jp-RenderedHTML img")].map((element) => {
      const drawn = element.matches("img")
        ? element
        : (element.querySelector("svg, canvas, .js-plotly-plot") ?? element);
      const { width, height } = drawn.getBoundingClientRect();
      const named = element.matches("img")
        ? element.getAttribute("alt")
        : element.querySelector("[aria-label]")?.getAttribute("aria-label");
      return { kind: drawn.localName, width, height, alt: named ?? "" };
    });
    return { errors: errors.map((e) => (e.textContent ?? "").slice(0, 400)), figures };
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== "object" || !address) throw new Error("no free port");
  return address.port;
}

async function answering(url: string, child: ChildProcess, log: string[]): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; ) {
    if (child.exitCode !== null) break;
    if (
      await fetch(url).then(
        (r) => r.ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 200));
  }
  await stop(child);
  throw new Error(`JupyterLab did not start:\n${log.join("").slice(-2000)}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), 8_000);
  await ended;
  clearTimeout(killer);
}

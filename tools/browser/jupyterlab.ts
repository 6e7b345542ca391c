/** Starts JupyterLab on a folder and drives it: opens a notebook, runs all cells, tells what came out. */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import { readPng } from "../figures/png.ts";
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
  const own = mkdtempSync(join(tmpdir(), "termwise-lab-"));
  const child = spawn(resolve(prefix, "bin", "jupyter-lab"), ["--no-browser", ...args], {
    cwd: folder,
    env: { ...process.env, ...settingsIn(own), PATH: `${resolve(prefix, "bin")}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const log: string[] = [];
  child.stderr?.on("data", (text: Buffer) => log.push(String(text)));
  const address = `http://127.0.0.1:${port}`;
  await answering(`${address}/api?token=${token}`, child, log);
  const end = async (): Promise<void> => {
    await stop(child);
    rmSync(own, { recursive: true, force: true });
  };
  return { address, token, stop: end };
}

/** Settings, workspaces and trust of this server alone: a test neither sees those of the person who runs it nor changes them. */
function settingsIn(folder: string): Record<string, string> {
  const at = (name: string): string => join(folder, name);
  return {
    JUPYTER_CONFIG_DIR: at("config"),
    JUPYTER_DATA_DIR: at("data"),
    JUPYTERLAB_SETTINGS_DIR: at("settings"),
    JUPYTERLAB_WORKSPACES_DIR: at("workspaces"),
  };
}

/** Opens a notebook of the lab's folder in a fresh workspace, with its kernel started. */
export async function openNotebook(page: Page, lab: Lab, path: string): Promise<void> {
  const workspace = `w${randomBytes(4).toString("hex")}`;
  await page.goto(`${lab.address}/lab/workspaces/${workspace}/tree/${path}?reset&token=${lab.token}`);
  await page.waitForSelector(".jp-Notebook .jp-Cell", { timeout: 60_000 });
  await idle(page);
}

/** Runs all cells from the menu and waits until none is waiting (after an error JupyterLab runs no further ones). */
export async function runAll(page: Page, { timeout = 180_000 } = {}): Promise<void> {
  await page.evaluate(() => {
    const seen = globalThis as { termwiseRan?: boolean };
    seen.termwiseRan = false;
    const note = (): void => {
      const stars = [...document.querySelectorAll(".jp-InputPrompt")].some((p) => p.textContent?.includes("[*]"));
      const busy = document.querySelector('.jp-Notebook-ExecutionIndicator[data-status="busy"]'); // folded cells have no prompt
      seen.termwiseRan ||= stars || busy !== null;
    };
    const everything = { childList: true, subtree: true, characterData: true, attributes: true };
    new MutationObserver(note).observe(document.body, everything);
  });
  await page.click('.lm-MenuBar-item:has-text("Run")');
  await page.click('.lm-Menu-item[data-command="runmenu:run-all"]');
  await page.waitForFunction(() => (globalThis as { termwiseRan?: boolean }).termwiseRan, null, { timeout: 30_000 });
  const done = (): boolean =>
    ![...document.querySelectorAll(".jp-InputPrompt")].some((p) => p.textContent?.includes("[*]")) &&
    document.querySelector(".jp-Notebook-ExecutionIndicator")?.getAttribute("data-status") === "idle";
  await page.waitForFunction(done, null, { timeout, polling: 250 });
}

/** Waits until the kernel has started and says that it is idle; a slow machine may be asked which kernel it should be. */
async function idle(page: Page): Promise<void> {
  const question = page.locator('.jp-Dialog:has-text("Select Kernel") .jp-mod-accept');
  const started = page.locator('.jp-Notebook-ExecutionIndicator[data-status="idle"]');
  for (const end = Date.now() + 90_000; Date.now() < end; await page.waitForTimeout(250)) {
    if (await question.isVisible()) await question.click();
    else if ((await started.count()) > 0 && (await page.locator(".jp-KernelStatus-fade, .jp-Dialog").count()) === 0) {
      await page.waitForTimeout(750); // the question may come late
      if (!(await question.isVisible())) return;
    }
  }
  throw new Error("the notebook's kernel did not start within 90 s");
}

/** Switches between JupyterLab's light and dark theme. */
export async function setTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.click('.lm-MenuBar-item:has-text("Settings")');
  await page.hover('.lm-Menu-item:has-text("Theme")');
  await page.click(`.lm-Menu-item:has-text("JupyterLab ${theme === "dark" ? "Dark" : "Light"}")`);
  await page.waitForFunction((light) => document.body.dataset.jpThemeLight === String(light), theme === "light");
}

/** What stands on the page for one figure. */
export interface SeenFigure {
  readonly kind: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** How many different colours its pixels have; a blank place has one. */
  readonly colours: number;
}
export interface Seen {
  readonly errors: readonly string[];
  readonly figures: readonly SeenFigure[];
}

const FIGURE = ".tw-chart, .jp-RenderedHTML img, .jp-RenderedImage img";
const TROUBLE = '.jp-OutputArea-output[data-mime-type*="error"], .tw-chart [role="alert"]';

/** Scrolls through the notebook and looks at every figure; JupyterLab keeps only cells in the page that are near. */
export async function look(page: Page): Promise<Seen> {
  const errors = new Map<string, string>();
  const figures = new Map<string, SeenFigure>();
  for (let at = 0; at < (await scrollTo(page, at)); at += 600) {
    for (const cell of await page.locator(".jp-Notebook .jp-CodeCell").all()) {
      const index = await cell.getAttribute("data-windowed-list-index");
      const troubles = await cell.locator(TROUBLE).allTextContents();
      for (const [k, text] of troubles.entries()) errors.set(`${index}.${k}`, text.slice(0, 400));
      for (const [k, figure] of (await cell.locator(FIGURE).all()).entries()) {
        const key = `${index}.${k}`;
        if (!figures.has(key) && (await figure.isVisible())) figures.set(key, await inspect(figure));
      }
    }
  }
  const inOrder = [...figures].sort(([a], [b]) => Number(a) - Number(b));
  return { errors: [...errors.values()], figures: inOrder.map(([, figure]) => figure) };
}

/** Scrolls the notebook to a height; returns the height of the whole notebook, once that no longer grows. */
export async function scrollTo(page: Page, top: number): Promise<number> {
  const scroll = (): Promise<number> =>
    page.evaluate((at) => {
      const panel = document.querySelector(".jp-WindowedPanel-outer");
      panel?.scrollTo(0, at);
      return panel?.scrollHeight ?? 0;
    }, top);
  let [before, height] = [-1, await scroll()];
  while (height !== before) {
    await page.waitForTimeout(250);
    [before, height] = [height, await scroll()];
  }
  return height;
}

/** Size, text and colours of one figure, brought into view. */
export async function inspect(figure: Locator): Promise<SeenFigure> {
  await figure.scrollIntoViewIfNeeded();
  await figure.page().waitForTimeout(300);
  const facts = await figure.evaluate((element) => {
    const drawn = element.matches("img, svg") ? element : (element.querySelector("svg, canvas, img") ?? element);
    const { width, height } = drawn.getBoundingClientRect();
    const names = "[role=img][aria-label], [alt]"; // a figure with controls names its group too
    const named = element.matches(names) ? element : element.querySelector(names);
    const alt = named?.getAttribute("aria-label") ?? named?.getAttribute("alt") ?? "";
    return { kind: drawn.localName, width, height, alt };
  });
  const { rgb } = readPng(await figure.screenshot({ animations: "disabled" }));
  const colours = new Set<number>();
  for (let i = 0; i < rgb.length; i += 3) colours.add((rgb[i] << 16) | (rgb[i + 1] << 8) | rgb[i + 2]);
  return { ...facts, colours: colours.size };
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

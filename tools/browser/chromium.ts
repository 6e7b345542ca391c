/** A headless Chromium that notes what a page complains about and what it asks of other machines. */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";

export interface Watch {
  readonly page: Page;
  /** Errors on the console, uncaught exceptions and failed requests. */
  readonly complaints: string[];
  /** Requests that left this machine. */
  readonly outside: string[];
}

export interface Browser {
  newPage(size?: { width?: number; height?: number; dark?: boolean }): Promise<Watch>;
  close(): Promise<void>;
}

/** Where Chromium is, or why there is none. */
export function findChromium(): { path: string } | { missing: string } {
  const named = process.env.CHROMIUM;
  const path = [named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    (p) => p && existsSync(p),
  );
  return path ? { path } : { missing: "no Chromium found; install it or name it: CHROMIUM=/path/to/chromium" };
}

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--force-color-profile=srgb",
];

/** Starts a browser with an empty profile; `close` ends it and removes the profile. */
export async function openChromium({ scale = 1 }: { scale?: number } = {}): Promise<Browser> {
  const found = findChromium();
  if ("missing" in found) throw new Error(found.missing);
  const profile = mkdtempSync(join(tmpdir(), "termwise-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: true,
    deviceScaleFactor: scale,
    args: FLAGS,
  });
  return {
    async newPage({ width = 1280, height = 900, dark = false } = {}) {
      const page = await context.newPage();
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: dark ? "dark" : "light", reducedMotion: "reduce" });
      return watch(page);
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

function watch(page: Page): Watch {
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${String(error).slice(0, 300)}`));
  page.on("request", (request) => {
    const local = /^(?:(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?\/|file:|data:|blob:|about:)/;
    if (!local.test(request.url())) outside.push(request.url().slice(0, 200));
  });
  return { page, complaints, outside };
}

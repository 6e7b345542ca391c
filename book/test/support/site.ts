/** The built site for tests: built once, with warnings as errors; its pages, links and what they load. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "../../../tools/root.ts";

export const site: string = join(root, "build/book");

/** Why there is no site to test, or null. In continuous integration a missing part is a failure, never a reason to skip. */
export function missing(): string | null {
  const folder = join(root, "build/book-src");
  const chapters = existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".ipynb"));
  if (chapters || process.env.CI) return null;
  return "no executed chapters in build/book-src: run npm run notebooks";
}

export function buildSite(): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "tools/run.mjs"), "book/build.ts", "--strict"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`the book does not build:\n${stdout}\n${stderr}`);
}

/** Addresses of all pages, relative to the site. */
export function pages(): string[] {
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll("\\", "/"));
  return names.filter((name) => name.endsWith(".html") && !/^(_|pagefind)/.test(name)).sort();
}

export const read = (name: string): string => readFileSync(join(site, name), "utf8");

/** Every href and src of a page, as it stands there. */
export function targets(html: string): string[] {
  const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, (script) =>
    script.slice(0, script.indexOf(">") + 1),
  );
  return [...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1].replaceAll("&amp;", "&"));
}

/** The file and anchor that a link of a page leads to. */
export function resolve(page: string, link: string): { file: string; anchor: string } {
  const [path, anchor = ""] = link.split("#");
  const file = path.split("?")[0];
  return {
    file: file ? posix.normalize(posix.join(posix.dirname(page), file)) : page,
    anchor: decodeURIComponent(anchor),
  };
}

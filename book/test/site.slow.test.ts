/** What the built files say: links lead somewhere, nothing is remote, no page is heavy, numbers are right. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSite, missing, pages, read, resolve, site, targets } from "./support/site.ts";

const reason = missing();
if (reason) console.log(`skipped: ${reason}`);

describe.skipIf(reason)("the built site", () => {
  beforeAll(buildSite);

  test("has a page a term, and the pages that every reader needs", () => {
    expect(pages().filter((name) => name.startsWith("terms/"))).toHaveLength(278 + 2);
    const needed = [
      "index",
      "404",
      "search",
      "ch00-tour",
      "start-here",
      "syllabus",
      "terms/index",
      "exercises/e05-4",
      "proofs",
    ];
    expect(needed.filter((name) => !existsSync(join(site, `${name}.html`)))).toEqual([]);
  });

  test("every link leads to a page and an anchor that exist", () => {
    const anchors = new Map<string, Set<string>>();
    const idsOf = (file: string): Set<string> => {
      const ids = anchors.get(file) ?? new Set([...read(file).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]));
      anchors.set(file, ids);
      return ids;
    };
    const broken: string[] = [];
    for (const page of pages())
      for (const link of targets(read(page))) {
        if (/^(?:https?:|data:|mailto:)/.test(link)) continue;
        const { file, anchor } = resolve(page, link);
        if (!existsSync(join(site, file))) broken.push(`${page}: ${link}`);
        else if (anchor && file.endsWith(".html") && !idsOf(file).has(anchor))
          broken.push(`${page}: ${link} (no such anchor)`);
      }
    expect(broken).toEqual([]);
  });

  test("an id stands once on its page", () => {
    const twice = pages().flatMap((page) => {
      const ids = [...read(page).matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      return ids.filter((id, k) => ids.indexOf(id) !== k).map((id) => `${page}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  test("no page loads anything from another host, nor from the root of its own", () => {
    const loaded =
      /<(?:script|link|img|iframe|source|video|audio|use|image)\b[^>]*\s(?:src|href)="(?:https?:)?\/[^"]*"/g;
    const found = pages().flatMap((page) => [...read(page).matchAll(loaded)].map((match) => `${page}: ${match[0]}`));
    expect(found).toEqual([]);
    const styles = ["book.css", "katex.css"].map((name) => readFileSync(join(site, "_static", name), "utf8"));
    expect(styles.join("").match(/url\(["']?(?:https?:)?\/\/[^)]*/g)).toBeNull();
  });

  test("every page has a title of its own, a description and one main heading", () => {
    const titles = pages().map((page) => read(page).match(/<title>([^<]*)<\/title>/)?.[1] ?? "");
    expect(titles.filter((title, k) => titles.indexOf(title) !== k)).toEqual([]);
    const undescribed = pages().filter(
      (page) => !/^(404|search)/.test(page) && !read(page).includes('<meta name="description"'),
    );
    expect(undescribed).toEqual([]);
    expect(pages().filter((page) => read(page).match(/<h1\b/g)?.length !== 1)).toEqual([]);
  });

  test("figures, sections and equations carry the number of their chapter's file", () => {
    const tour = read("ch00-tour.html");
    const numbers = [...tour.matchAll(/<span class="caption-number">Figure (\S+) /g)].map((match) => match[1]);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, k) => `0.${k + 1}`));
    expect(tour).toMatch(/<span class="section-number">0\.1 <\/span>/);
  });

  test("every picture has a text alternative", () => {
    const bare = pages().flatMap((page) => {
      const images = [...read(page).matchAll(/<img\b[^>]*>/g)]
        .map((match) => match[0])
        .filter((tag) => !/\salt="[^"]+"/.test(tag));
      const drawings = [...read(page).matchAll(/class="(?:picture|still)">(<svg\b[^>]*>)/g)].map((match) => match[1]);
      return [...images, ...drawings.filter((tag) => !/aria-label="[^"]+"/.test(tag))].map(
        (tag) => `${page}: ${tag.slice(0, 80)}`,
      );
    });
    expect(bare).toEqual([]);
  });

  test("a term's page is a few kilobytes, and the drawing libraries are on no page from the start", () => {
    const size = (name: string): number => gzipSync(read(name)).length;
    const heavy = pages().filter(
      (page) => size(page) > (page.startsWith("terms/") && !/index|by-/.test(page) ? 12_000 : 110_000),
    );
    expect(heavy.map((page) => `${page} ${size(page)}`)).toEqual([]);
    expect(pages().filter((page) => /<script[^>]*(?:vega|plotly)\.js/.test(read(page)))).toEqual([]);
    expect(statSync(join(site, "_static/fonts/source-serif-4-latin-wght-normal.woff2")).size).toBeLessThan(60_000);
  });

  test("no page speaks of how it came about", () => {
    const inside = /source document|seed document|\/work\/|\.txt\b|localhost|127\.0\.0\.1|prototype|exemplar/i;
    const text = (page: string): string =>
      read(page).replace(/<svg[\s\S]*?<\/svg>|<script[\s\S]*?<\/script>|<[^>]+>/g, " ");
    expect(
      pages()
        .filter((page) => inside.test(text(page)))
        .map((page) => `${page}: ${text(page).match(inside)?.[0]}`),
    ).toEqual([]);
  });
});

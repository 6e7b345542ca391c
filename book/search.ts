/** Two search indexes, the pages in English and one record a term in Chinese (segmented by Pagefind's Chinese support), and the names. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as pagefind from "pagefind";

interface TermRecord {
  id: string;
  en: string;
  zh: string;
  also: string[];
  text: string;
}

const leftOut = [
  ".katex-html",
  "annotation",
  ".headerlink",
  "script",
  ".copy",
  ".turn",
  ".opening",
  ".section-number",
  ".works",
  "[lang^=zh]",
];
const passedOver = new Set(["search.html", "404.html", "genindex.html", "references.html"]);

/** Indexes when a page or term has changed since the last time. Returns the number of pages. */
export async function indexSite(root: string, site: string): Promise<number> {
  const pages = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html") && !name.startsWith("_") && !passedOver.has(name))
    .sort();
  const texts = new Map(pages.map((name) => [name, readFileSync(join(site, name), "utf8")]));
  const terms = readFileSync(join(root, "build/book-pages/terms.json"), "utf8");
  const names = readFileSync(join(root, "build/book-pages/names.json"), "utf8");
  const hash = createHash("sha256").update(terms).update(names);
  for (const [name, text] of texts) hash.update(name).update(text);
  const version = hash.digest("hex");
  const stamp = join(site, ".search");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return pages.length;
  await write(site, "pagefind", { rootSelector: "article", excludeSelectors: leftOut }, async (index) => {
    for (const [name, content] of texts) await index.addHTMLFile({ url: `/${name}`, content });
  });
  await write(site, "pagefind-zh", { forceLanguage: "zh" }, async (index) => {
    for (const term of JSON.parse(terms) as TermRecord[]) {
      const content = `${[term.zh, ...term.also].join("。")}。${term.text}`;
      const meta = { title: `${term.zh} · ${term.en}` };
      await index.addCustomRecord({ url: `/terms/${term.id}.html`, content, language: "zh", meta });
    }
  });
  writeFileSync(join(site, "pagefind/names.json"), names);
  await pagefind.close();
  writeFileSync(stamp, version);
  return pages.length;
}

type Index = pagefind.PagefindIndex;

async function write(
  site: string,
  name: string,
  options: pagefind.PagefindServiceConfig,
  fill: (index: Index) => Promise<void>,
): Promise<void> {
  const { index, errors } = await pagefind.createIndex(options);
  if (!index) throw new Error(`pagefind: ${errors.join(", ")}`);
  await fill(index);
  const folder = join(site, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await index.writeFiles({ outputPath: folder });
  for (const file of readdirSync(folder))
    if (/ui|modular|highlight|component/.test(file)) rmSync(join(folder, file), { recursive: true });
}

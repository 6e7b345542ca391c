/** Builds what the pages load: one style sheet, one script, fonts, and the drawing libraries that figures ask for. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { buildLive, liveSources } from "./live-assets.ts";
import { notices } from "./notices.ts";

const fonts = [
  "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal",
  "@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal",
  "@fontsource/source-serif-4/files/source-serif-4-greek-400-normal", // these two in one weight: a third of the size
  "@fontsource/source-serif-4/files/source-serif-4-latin-400-italic", // one weight: half the size
];
const licences = ["@fontsource-variable/source-serif-4", "@fontsource/jetbrains-mono"];

/** Writes into build/book-assets unless its sources are unchanged. Returns their hash, which dates the addresses in pages. */
export async function buildAssets(root: string): Promise<string> {
  const from = join(root, "book/assets");
  const to = join(root, "build/book-assets");
  const library = join(root, "lib/dist/termwise.iife.js");
  const figures = ["controls", "axes", "numbers"].map((name) => join(root, `lib/src/figures/${name}.ts`));
  const version = hashOf([
    from,
    library,
    ...figures,
    ...liveSources(root),
    join(root, "package-lock.json"),
    join(root, "tools/learner/progress"),
    join(root, "book/notices.ts"),
    import.meta.filename,
  ]);
  const stamp = join(to, ".version");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === version) return version;
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, "fonts"), { recursive: true });
  const common = {
    bundle: true,
    metafile: true,
    minify: true,
    legalComments: "none", // all of them stand in licences.txt
    outdir: to,
    external: ["fonts/*"],
    logLevel: "error",
  } satisfies BuildOptions;
  const built = await Promise.all([
    build({ ...common, entryPoints: [join(from, "css/book.css")], target: "es2022" }),
    build({ ...common, entryPoints: [join(from, "js/book.ts")], format: "iife", target: "es2022" }),
    build({
      ...common,
      entryPoints: [join(from, "js/vega.ts"), join(from, "js/plotly.ts"), join(from, "js/figure/figure.ts")],
      entryNames: "[name]",
      format: "iife",
      target: "es2022",
      define: { global: "globalThis" },
    }),
  ]);
  // pages from a folder may not fetch: the library's text arrives as a script
  const text = JSON.stringify(readFileSync(library, "utf8"));
  writeFileSync(join(to, "termwise-library.js"), `(globalThis.termwiseTexts??={})["termwise-library"]=${text};\n`);
  copyFileSync(join(from, "favicon.svg"), join(to, "favicon.svg"));
  const modules = join(root, "node_modules");
  for (const font of fonts) copyFileSync(join(modules, `${font}.woff2`), join(to, "fonts", `${basename(font)}.woff2`));
  const smaller = "jetbrains-mono-latin-400-plain.woff2";
  copyFileSync(join(from, "fonts", smaller), join(to, "fonts", smaller));
  for (const name of licences)
    copyFileSync(join(modules, name, "LICENSE"), join(to, "fonts", `${basename(name)}.LICENSE.txt`));
  copyKatex(root, to);
  const bundles = [...built.map(({ metafile }) => metafile), ...(await buildLive(root, to, common))];
  writeFileSync(join(to, "licences.txt"), notices(root, bundles, [...licences, "katex", "pagefind"]));
  writeFileSync(stamp, version);
  return version;
}

/** KaTeX's own style sheet, with only the fonts that current browsers load. */
function copyKatex(root: string, to: string): void {
  const dist = join(root, "node_modules/katex/dist");
  const css = readFileSync(join(dist, "katex.min.css"), "utf8").replace(
    /,url\([^)]*\.(?:woff|ttf)\) format\("[^"]*"\)/g,
    "",
  );
  writeFileSync(join(to, "katex.css"), css);
  for (const name of readdirSync(join(dist, "fonts")))
    if (name.endsWith(".woff2")) copyFileSync(join(dist, "fonts", name), join(to, "fonts", name));
}

function hashOf(paths: string[]): string {
  const hash = createHash("sha256");
  const add = (path: string): void => {
    const entries = path.includes(".") ? null : readdirSync(path).sort();
    if (entries) for (const entry of entries) add(join(path, entry));
    else hash.update(readFileSync(path));
  };
  for (const path of paths) add(path);
  return hash.digest("hex").slice(0, 8);
}

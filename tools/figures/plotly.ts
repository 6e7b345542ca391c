/**
 * Still pictures of Plotly charts, drawn by headless Chromium and committed, so that readers need no browser for them.
 *
 *     node tools/run.mjs tools/figures/plotly.ts < outputs.json > completed.json
 *
 * Input: a JSON list of output bundles (`output["data"]` of a notebook). A bundle with application/vnd.plotly.v1+json
 * comes back with its picture: image/svg+xml for flat charts, image/png for those in space, text/html with an image
 * element, text/plain as it was. Other bundles come back unchanged. Pictures are kept as notebooks/figures/HASH.svg or
 * .png, where HASH names the specification; one that is there is not drawn again, and then no Chromium is needed.
 * Without Chromium and without the picture: exit code 3 and the reason on stderr.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { TONES } from "../../lib/src/figures/theme.ts";
import { findChromium, openChromium } from "../browser/chromium.ts";
import { FOLDER, hashOf, PLOTLY, pictureOf, withStill } from "../kernel/stills.cjs";
import { chartLibrary } from "../labextension/install.mjs";
import { isProgram } from "../root.ts";
import { compactPng } from "./png.ts";

export type Bundle = Record<string, unknown>;
interface Spec {
  readonly data: readonly { readonly type?: string }[];
  readonly layout?: { readonly height?: number };
}

/** Completes the bundles, drawing what is missing. */
export async function complete(bundles: readonly Bundle[], { into = FOLDER } = {}): Promise<Bundle[]> {
  const specs = bundles.flatMap((bundle) => (bundle[PLOTLY] ? [bundle[PLOTLY] as Spec] : []));
  const missing = [...new Map(specs.map((spec) => [hashOf(spec), spec]))].filter(([, spec]) => !pictureOf(spec, into));
  if (missing.length > 0) await draw(missing, into);
  return bundles.map((bundle) => withStill(bundle, into));
}

async function draw(specs: readonly (readonly [hash: string, spec: Spec])[], into: string): Promise<void> {
  const found = findChromium();
  if ("missing" in found) {
    const names = specs.map(([hash]) => hash).join(", ");
    throw new NoBrowser(`${specs.length} Plotly figure(s) have no picture yet (${names}): ${found.missing}`);
  }
  mkdirSync(into, { recursive: true });
  const browser = await openChromium();
  try {
    const { page, complaints } = await browser.newPage({ width: 760, height: 900 });
    await page.setContent(
      '<!doctype html><meta charset="utf-8"><body style="margin:0;background:#fff"><div id="chart"></div>',
    );
    await page.addScriptTag({ path: chartLibrary("plotly") });
    for (const [hash, spec] of specs) {
      const inSpace = spec.data.some((trace) =>
        /3d$|^(surface|isosurface|volume|cone|streamtube)$/.test(trace.type ?? ""),
      );
      const image = await page.evaluate(plot, { spec, inSpace });
      if (complaints.length > 0) throw new Error(`Plotly: ${complaints.join("; ")}`);
      if (inSpace) writeFileSync(join(into, `${hash}.png`), compactPng(Buffer.from(image, "base64")));
      else writeFileSync(join(into, `${hash}.svg`), tidy(decodeURIComponent(image), hash));
    }
  } finally {
    await browser.close();
  }
}

/** Runs in the page: draws the chart; returns a PNG in base64 for charts in space, else SVG in percent signs. */
async function plot({ spec, inSpace }: { spec: Spec; inSpace: boolean }): Promise<string> {
  interface PlotlyLibrary {
    newPlot(place: Element, data: unknown, layout: object, config: object): Promise<unknown>;
    purge(place: Element): void;
    toImage(place: Element, options: object): Promise<string>;
  }
  const { Plotly } = globalThis as unknown as { Plotly: PlotlyLibrary };
  const place = document.querySelector("#chart");
  if (!place) throw new Error("no place to draw");
  Plotly.purge(place);
  const size = { width: 698, height: spec.layout?.height ?? 440 };
  const paper = inSpace ? { paper_bgcolor: "#ffffff" } : {};
  await Plotly.newPlot(place, spec.data, { ...spec.layout, ...size, ...paper, autosize: false }, { staticPlot: true });
  const url = await Plotly.toImage(place, { format: inSpace ? "png" : "svg", scale: inSpace ? 1.5 : 1, ...size });
  return url.slice(url.indexOf(",") + 1);
}

/** Plotly makes its ids by chance; they become the picture's own. Colours follow the page. */
function tidy(svg: string, hash: string): string {
  const ids = new Map<string, string>();
  for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) ids.set(id, `p${hash.slice(0, 8)}-${ids.size}`);
  let out = svg;
  for (const [id, own] of ids) out = out.replaceAll(`"${id}"`, `"${own}"`).replaceAll(`#${id}`, `#${own}`);
  for (const { color } of TONES) {
    const onWhite = /#(\w\w)(\w\w)(\w\w)/
      .exec(color)
      ?.slice(1)
      .map((hex) => Number.parseInt(hex, 16));
    out = out.replaceAll(`rgb(${onWhite?.join(", ")})`, color);
  }
  return out
    .replace(/rgb\(26, 26, 26\)/g, "currentColor")
    .replace(/ style=""/g, "")
    .replace(/ class="[^"]*"/g, "")
    .replace(/ data-[a-z-]+="[^"]*"/g, "");
}

export class NoBrowser extends Error {
  override readonly name = "NoBrowser";
}

if (isProgram(import.meta.filename)) {
  try {
    const bundles = JSON.parse(await text(process.stdin)) as Bundle[];
    process.stdout.write(JSON.stringify(await complete(bundles)));
  } catch (error) {
    if (!(error instanceof NoBrowser)) throw error;
    console.error(error.message);
    process.exitCode = 3;
  }
}

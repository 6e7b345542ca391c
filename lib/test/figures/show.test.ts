/** What `show` and `record` hand to the notebook, the page and the terminal. */
import { createRequire } from "node:module";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  bars,
  diagram,
  type Figure,
  heatmap,
  histogram,
  imageGrid,
  linePlot,
  palette,
  record,
  scatter,
  show,
  surface,
  svgFigure,
  vegaLite,
} from "../../src/index.ts";
import "./host.ts";

const { draw } = createRequire(import.meta.url)("../../../tools/kernel/vega.cjs") as { draw(spec: unknown): string };
const alt = 'A chart of "numbers" < 3 & more.';
const figures: Record<string, Figure> = {
  linePlot: linePlot({
    series: [
      { label: "a & b", y: [3, 2, 1] },
      { label: "c", y: [1, 1, 2] },
    ],
    x: "step",
    y: { label: "loss", scale: "log" },
    rules: [{ y: 2, label: "two" }],
    notes: [{ x: 1, y: 1.5, text: "here\nit turns" }],
    alt,
  }),
  smooth: linePlot({ series: [{ y: [3, 2, 1, 2] }], smooth: 2, alt }),
  heatmap: heatmap(
    [
      [4, -1],
      [0, 3],
    ],
    { diagonal: true, x: "read", y: "meant", alt },
  ),
  attention: heatmap(
    [
      [4, -1],
      [0, 3],
    ],
    { numbers: false, alt },
  ),
  scatter: scatter(
    [
      [0, 1],
      [1, 0],
    ],
    {
      labels: ["a", "b"],
      curve: [
        [0, 0],
        [1, 1],
      ],
      alt,
    },
  ),
  written: scatter(
    [
      [0, 1],
      [1, 0],
    ],
    { labels: ["a", "b"], write: true, equal: true, alt },
  ),
  bars: bars([1, -2], { labels: ["up", "down"], highlight: "up", alt }),
  histogram: histogram([1, 2, 2, 3], { x: "size", alt }),
  histograms: histogram({ a: [1, 2, 2, 3], b: [1, 1] }, { alt }),
  vegaLite: vegaLite(
    { data: { values: [{ a: 1 }] }, mark: "bar", encoding: { y: { field: "a", type: "quantitative" } } },
    { alt },
  ),
  digits: imageGrid(
    [
      [0, 0.5, 1, 0],
      [1, 1, 0, 0],
    ],
    { captions: ["<3", "&"], marked: [true, false], alt },
  ),
  weights: imageGrid([[0, -0.5, 1, 0]], { scale: "diverging", alt }),
  photograph: imageGrid([[0, 0.5, 1, 0]], { scale: "grey", alt }),
  diagram: diagram(
    { x1: { at: [0, 0], value: 2, kind: "given" }, y: { at: [1, 1], value: -1.5, op: "×", gradient: 9 } },
    {
      arrows: [
        { from: "x1", to: "y", label: 3 },
        { from: "x1", to: "y", label: "<", back: true },
      ],
      alt,
    },
  ),
  drawing: svgFigure(
    `<svg viewBox="0 0 90 20"><defs><marker id="tip"/></defs><path id="p" d="M0 0h9" stroke="${palette.value}" marker-end="url(#tip)"/><use href="#p"/></svg>`,
    { alt, summary: "one line" },
  ),
};
let shown: { data: Record<string, string>; metadata: unknown }[] = [];
let recorded: [name: string, text: string][] = [];

beforeEach(() => {
  [shown, recorded] = [[], []];
  globalThis.__termwise = {
    display: (data: Record<string, unknown>, metadata?: unknown) =>
      shown.push({ data: data as Record<string, string>, metadata }),
    record: (name, text) => recorded.push([name, text]),
    picture: (mime, spec) => (mime === "application/vnd.vegalite.v5+json" ? draw(spec) : ""),
  };
});
afterEach(() => {
  globalThis.__termwise = undefined;
});

function bundleOf(figure: Figure): Record<string, string> {
  shown = [];
  show(figure);
  return shown[0].data;
}

/** A small reader of XML: throws unless every element is closed and every attribute is quoted and occurs once. */
function elements(xml: string): { name: string; attributes: Record<string, string> }[] {
  const open: string[] = [];
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const rest = xml.replace(
    /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
    (_, close: string, name: string, list: string, empty: string) => {
      if (close) expect(open.pop()).toBe(name);
      else {
        const attributes: Record<string, string> = {};
        for (const [, key, value] of list.matchAll(/([\w:-]+)="([^"]*)"/g)) {
          expect(attributes).not.toHaveProperty([key]);
          attributes[key] = value;
        }
        found.push({ name, attributes });
        if (!empty) open.push(name);
      }
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;|#)/);
  return found;
}

const imageIn = (html: string): string =>
  Buffer.from(/base64,([^"]+)"/.exec(html)?.[1] ?? "", "base64").toString("utf8");

test.each(Object.entries(figures))("%s: picture, image element and text in one bundle", (_, figure) => {
  const data = bundleOf(figure);
  expect(data["text/plain"]).toBe(alt);
  expect(data["text/html"]).toContain('alt="A chart of &quot;numbers&quot; &lt; 3 &amp; more."');
  expect(Object.keys(data)).toEqual([
    ...(figure.kind === "svg" ? [] : ["application/vnd.vegalite.v5+json"]),
    "text/html",
    "image/svg+xml",
    "text/plain",
  ]);
});

test.each(Object.entries(figures))("%s: well-formed SVG with a size, and no number that is not one", (_, figure) => {
  const svg = bundleOf(figure)["image/svg+xml"];
  const [root] = elements(svg);
  expect(Number(root.attributes.width)).toBeGreaterThan(30);
  expect(Number(root.attributes.width)).toBeLessThanOrEqual(700);
  expect(root.attributes.viewBox).toBe(`0 0 ${root.attributes.width} ${root.attributes.height}`);
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test.each(Object.entries(figures))("%s: text of 13 units or more", (_, figure) => {
  const sizes = elements(bundleOf(figure)["image/svg+xml"]).flatMap((e) => e.attributes["font-size"] ?? []);
  for (const size of sizes) expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(13);
});

test.each(Object.entries(figures))(
  "%s: the picture follows the page's colours, its image copy has white paper",
  (_, figure) => {
    const data = bundleOf(figure);
    if (figure !== figures.drawing) expect(data["image/svg+xml"]).toContain("currentColor");
    const copy = imageIn(data["text/html"]);
    elements(copy);
    expect(copy).toContain('fill="#fff"/>');
    expect(copy).not.toMatch(/currentColor|var\(|light-dark/);
  },
);

test.each(Object.entries(figures))("%s: drawn twice, the same to the byte", (_, figure) => {
  expect(bundleOf(figure)).toEqual(bundleOf(figure));
});

test("ids of two figures differ, and every reference finds its own", () => {
  const pictures = [
    figures.drawing,
    svgFigure('<svg viewBox="0 0 9 9"><path id="p"/><use href="#p"/></svg>', { alt }),
  ].map((f) => bundleOf(f)["image/svg+xml"]);
  const ids = pictures.map((svg) => elements(svg).flatMap((e) => e.attributes.id ?? []));
  expect(new Set(ids.flat()).size).toBe(3);
  for (const [i, svg] of pictures.entries()) {
    for (const [, id] of svg.matchAll(/(?:url\(|href=")#([^)"]+)/g)) expect(ids[i]).toContain(id);
  }
});

test("the picture carries the summary of its numbers", () => {
  expect(bundleOf(figures.bars)["image/svg+xml"]).toContain("<desc>up: 1.00; down: −2.00.</desc>");
});

test("a host without pictures gets the live chart and the text", () => {
  globalThis.__termwise = {
    display: (data) => shown.push({ data: data as Record<string, string>, metadata: {} }),
    record: () => {},
  };
  expect(Object.keys(bundleOf(figures.bars))).toEqual(["application/vnd.vegalite.v5+json", "text/plain"]);
});

test("a surface leaves its picture to a later step", () => {
  expect(
    Object.keys(
      bundleOf(
        surface(
          [
            [1, 2],
            [3, 4],
          ],
          { alt },
        ),
      ),
    ),
  ).toEqual(["application/vnd.plotly.v1+json", "text/plain"]);
});

test("a terminal prints the text and the summary", () => {
  globalThis.__termwise = undefined;
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  show(figures.bars);
  expect(log.mock.calls.flat().join("\n")).toBe(`[figure] ${alt}\n         up: 1.00; down: −2.00.`);
  log.mockRestore();
});

test.each<[number | string, object, string]>([
  [1797, {}, "1,797"],
  [0.9731, { percent: true, digits: 1 }, "97.3"],
  [0.5, { percent: true }, "50"],
  [-0.25, { digits: 2 }, "−0.25"],
  [2, { digits: 2 }, "2.00"],
  ["softmax", {}, "softmax"],
])("record(%s, %o) sends %s", (value, options, text) => {
  record("some-name", value, options);
  expect(recorded).toEqual([["some-name", text]]);
});

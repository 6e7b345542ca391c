/** NumberList as lengths: horizontal bars, each with its name and its number. */
import { altText, type Chart, type Spec } from "./figure.ts";
import { type NumberList, numberList, rounded, sameLength, wrong } from "./numbers.ts";
import { GRADIENT, INK, themed, VALUE } from "./theme.ts";

export interface BarsOptions {
  readonly alt: string;
  /** The name of each bar. */
  readonly labels: readonly (string | number)[];
  /** What the lengths measure. */
  readonly x?: string;
  /** Digits after the point of the number at the end of each bar. */
  readonly digits?: number;
  /** The bar to look at; the others turn grey. */
  readonly highlight?: string | number;
}

const ROW = 34;

/**
 * Horizontal bars, from top to bottom in the order given, each with its number at its end.
 *
 * @example
 * show(bars([0.9, 0.974], { labels: ["nearest mean", "network"], digits: 3, alt: "The network is better." }))
 * // [figure] The network is better.
 * //          nearest mean: 0.900; network: 0.974.
 */
export function bars(values: NumberList, { alt, labels, x = "", digits = 2, highlight }: BarsOptions): Chart {
  const op = "bars";
  const text = altText(op, alt);
  const list = numberList(op, "values", values);
  if (!Array.isArray(labels))
    wrong(
      op,
      "each bar has a name",
      labels === undefined ? "no labels" : typeof labels,
      "a list of names",
      'labels: ["before", "after"]',
    );
  sameLength(op, ["labels", labels.length], ["values", list.length]);
  const names = labels.map(String);
  if (new Set(names).size < names.length)
    wrong(
      op,
      "names of bars are different from each other",
      `labels: ${names.join(", ")}`,
      "one name for each bar",
      "add a number to one",
    );
  if (highlight !== undefined && !names.includes(String(highlight)))
    wrong(
      op,
      "highlight names one of the bars",
      JSON.stringify(highlight),
      `one of ${names.join(", ")}`,
      `highlight: "${names[0]}"`,
    );
  const fixed = (v: number): string => v.toFixed(digits).replace("-", "−");
  const rows = list.map((value, i) => ({ name: names[i], value: rounded(value), text: fixed(value) }));
  const spec: Spec = {
    data: { values: rows },
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        sort: names,
        title: null,
        axis: { grid: false, labelFontSize: 14, labelLimit: 260 },
      },
    },
    layer: [barLayer(list, x, highlight), numberLayer()],
  };
  return {
    kind: "vega-lite",
    alt: text,
    summary: `${rows.map((r) => `${r.name}: ${r.text}`).join("; ")}.`,
    spec: themed(spec, { height: ROW * rows.length + (x ? 62 : 40), right: 14 }),
  };
}

function barLayer(list: number[], title: string, highlight?: string | number): Spec {
  const domain = [Math.min(0, ...list), Math.max(0, ...list)];
  const look =
    highlight === undefined
      ? { value: 1 }
      : { condition: { test: `datum.name === ${JSON.stringify(String(highlight))}`, value: 1 }, value: 0.35 };
  return {
    mark: { type: "bar", height: { band: 0.62 }, cornerRadiusEnd: 3 },
    encoding: {
      x: {
        field: "value",
        type: "quantitative",
        title: title || null,
        scale: { domain, nice: false },
        axis: { tickCount: 5 },
      },
      fill: { condition: { test: "datum.value < 0", value: GRADIENT }, value: VALUE },
      fillOpacity: look,
    },
  };
}

/** The number beside its bar: at the end, or, for bars to the left, on the other side of zero. */
function numberLayer(): Spec {
  return {
    transform: [{ calculate: "max(0, datum.value)", as: "end" }],
    mark: { type: "text", fontSize: 14, fontWeight: 600, fill: INK, baseline: "middle", align: "left", dx: 6 },
    encoding: { x: { field: "end", type: "quantitative" }, text: { field: "text" } },
  };
}

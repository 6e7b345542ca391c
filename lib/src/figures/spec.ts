/** Figures from specifications written by hand, for charts that the library has no function for. */
import { altText, type Chart, type Spec } from "./figure.ts";
import { wrong } from "./numbers.ts";
import { plotlyThemed, themed } from "./theme.ts";

export interface SpecOptions {
  readonly alt: string;
  /** The numbers of the chart in a sentence, for readers who cannot see it. */
  readonly summary?: string;
}

/**
 * Any Vega-Lite 5 chart. What the specification does not say, fonts, colours and width, is the course's.
 *
 * @example
 * const y = { field: "y", type: "quantitative" }
 * show(vegaLite({ data: { values: [{ y: 1 }] }, mark: "bar", encoding: { y } }, { alt: "One bar of height one." }))
 * // [figure] One bar of height one.
 */
export function vegaLite(spec: Spec, { alt, summary = "" }: SpecOptions): Chart {
  const text = altText("vegaLite", alt);
  const marked =
    isObject(spec) &&
    ["mark", "layer", "hconcat", "vconcat", "concat", "facet", "repeat", "spec"].some((k) => k in spec);
  if (!marked)
    wrong(
      "vegaLite",
      "a chart has a mark or layers",
      keysOf(spec),
      "a Vega-Lite 5 specification",
      'vegaLite({ data: { values }, mark: "point", encoding }, { alt })',
    );
  return { kind: "vega-lite", alt: text, summary, spec: themed(spec) };
}

/**
 * Any Plotly chart: `{ data, layout }`. For what Vega-Lite lacks, such as three dimensions.
 *
 * @example
 * show(plotly({ data: [{ type: "scatter3d", x: [0, 1], y: [0, 1], z: [0, 1] }] }, { alt: "A line in space." }))
 * // [figure] A line in space.
 */
export function plotly(spec: Spec, { alt, summary = "" }: SpecOptions): Chart {
  const text = altText("plotly", alt);
  if (!isObject(spec) || !Array.isArray(spec.data))
    wrong(
      "plotly",
      "a chart has a list of traces",
      keysOf(spec),
      "{ data: [...], layout: {...} }",
      'plotly({ data: [{ type: "surface", z }] }, { alt })',
    );
  return { kind: "plotly", alt: text, summary, spec: plotlyThemed(spec) };
}

const isObject = (value: unknown): value is Spec =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const keysOf = (value: unknown): string =>
  isObject(value) ? `{ ${Object.keys(value).join(", ")} }` : Array.isArray(value) ? "an array" : String(value);

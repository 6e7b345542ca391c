/** One look for every chart: colours that follow light and dark pages, one font, one width. */
import type { Spec } from "./figure.ts";

/** Width of every figure; a text of 12 units is 12 pixels in the column of the book. */
export const WIDTH = 698;
export const FONT = "Inter, system-ui, 'DejaVu Sans', sans-serif";

/** Ink is the text colour of the page; the others are set by the page's style sheet, with the values for white paper here. */
export const INK = "currentColor";
export const PAPER = "var(--tw-paper, light-dark(#ffffff, #121212))";
export const VALUE = "var(--tw-value, light-dark(#0b57b8, #7fb2ff))";
export const GRADIENT = "var(--tw-grad, light-dark(#b03a06, #ff9a6b))";

export interface Tone {
  readonly color: string;
  readonly dash: readonly number[];
  readonly shape: string;
}

/** Classes and curves: a colour and, for readers who do not see it, a dash and a shape. The order never changes. */
export const TONES: readonly Tone[] = [
  { color: VALUE, dash: [], shape: "circle" },
  { color: GRADIENT, dash: [8, 4], shape: "square" },
  { color: "var(--tw-c3, light-dark(#1a8463, #4fc79c))", dash: [2, 3], shape: "triangle-up" },
  { color: "var(--tw-c4, light-dark(#8b49b8, #c79bea))", dash: [10, 3, 2, 3], shape: "diamond" },
  { color: "var(--tw-c5, light-dark(#8f6500, #d9ab3d))", dash: [5, 2], shape: "cross" },
  { color: "var(--tw-c6, light-dark(#c23a78, #f08ab8))", dash: [1, 2], shape: "triangle-down" },
  {
    color: "var(--tw-c7, light-dark(#17759c, #6cc4e6))",
    dash: [12, 4],
    shape: "M0,-1L.24,-.32L.95,-.31L.38,.12L.59,.81L0,.4L-.59,.81L-.38,.12L-.95,-.31L-.24,-.32Z",
  },
  { color: "var(--tw-c8, light-dark(#6b6b6b, #a8a8a8))", dash: [3, 5], shape: "triangle-right" },
  { color: "var(--tw-c9, light-dark(#5f6c05, #b3c045))", dash: [8, 2, 2, 2, 2, 2], shape: "triangle-left" },
  {
    color: "var(--tw-c10, light-dark(#b8452e, #e88f7c))",
    dash: [4, 4],
    shape: "M-.6,-.95L0,-.35L.6,-.95L.95,-.6L.35,0L.95,.6L.6,.95L0,.35L-.6,.95L-.95,.6L-.35,0L-.95,-.6Z",
  },
];

const axis = {
  labelColor: INK,
  labelFont: FONT,
  labelFontSize: 13.5,
  titleColor: INK,
  titleFont: FONT,
  titleFontSize: 14,
  titleFontWeight: "normal",
  titlePadding: 10,
  labelPadding: 6,
  labelFlush: false,
  gridColor: INK,
  gridOpacity: 0.1,
  domain: false,
  ticks: false,
};

/** Completes a Vega-Lite specification: schema, size, fonts, colours. What the specification says itself, wins. */
export function themed(spec: Spec, { height = 320, right = 12 }: { height?: number; right?: number } = {}): Spec {
  const { config, ...own } = spec;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    width: WIDTH,
    height,
    padding: { left: 4, top: 6, right, bottom: 4 },
    autosize: { type: "fit", contains: "padding" },
    background: null,
    ...own,
    config: {
      aria: false,
      font: FONT,
      view: { stroke: null },
      axis,
      title: {
        anchor: "start",
        frame: "bounds",
        color: INK,
        font: FONT,
        fontSize: 14,
        fontWeight: "normal",
        offset: 12,
      },
      legend: { labelColor: INK, labelFontSize: 13.5, titleColor: INK, titleFontSize: 13.5, titleFontWeight: "normal" },
      header: { labelColor: INK, labelFontSize: 13.5, titleColor: INK, titleFontSize: 14 },
      range: { category: TONES.map((t) => t.color) },
      ...(config as Spec | undefined),
    },
    usermeta: { embedOptions: { renderer: "svg", actions: false } },
  };
}

/** Width of a text in units, close enough to place labels: Inter's widths by kind of letter. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (/[iIjl.,:;'|! ]/.test(letter)) ems += 0.29;
    else if (/[frt()[\]/-]/.test(letter)) ems += 0.37;
    else if (/[mwMW@%]/.test(letter)) ems += 0.89;
    else if (/[A-Z0-9+=<>×−]/.test(letter)) ems += 0.65;
    else ems += letter > "\u2e80" ? 1 : 0.57;
  }
  return ems * size;
}

// The palette for white paper and a grid that is seen on any paper: Plotly reads no CSS.
const PLOTLY_COLOURS = TONES.map(({ color }) => /#\w+/.exec(color)?.[0]);
const PLOTLY_AXIS = { gridcolor: "rgba(128,128,128,0.25)", zerolinecolor: "rgba(128,128,128,0.5)" };

/** Completes a Plotly specification. Pages exchange the colour of its font. */
export function plotlyThemed(spec: Spec): Spec {
  const layout = (spec.layout ?? {}) as Spec;
  return {
    data: spec.data,
    layout: {
      autosize: true,
      height: 440,
      font: { family: FONT, size: 13, color: "#1a1a1a" },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      margin: { l: 48, r: 16, t: 16, b: 44 },
      colorway: PLOTLY_COLOURS,
      template: { layout: { xaxis: PLOTLY_AXIS, yaxis: PLOTLY_AXIS } },
      ...layout,
    },
    config: { displaylogo: false, responsive: true, ...(spec.config as Spec | undefined) },
  };
}

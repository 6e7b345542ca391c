/** How often numbers fall into intervals: one histogram, or several below each other to compare. */
import { scaleFor } from "./axes.ts";
import { altText, type Chart, type Spec } from "./figure.ts";
import { brief, type NumberList, numberList, rounded, wrong } from "./numbers.ts";
import { PAPER, themed, VALUE } from "./theme.ts";

export interface HistogramOptions {
  readonly alt: string;
  /** What the numbers are. */
  readonly x?: string;
  readonly bins?: number;
  /** First and last edge; by default the smallest and largest number of all. */
  readonly range?: readonly [low: number, high: number];
}

/**
 * How often numbers fall into equal intervals. Several named lists stand below each other on one axis.
 *
 * @example
 * show(histogram({ "layer 1": [0, 1, 2], "layer 2": [1, 1, 1] }, { bins: 4, alt: "The second layer is constant." }))
 * // [figure] The second layer is constant.
 * //          layer 1: 3 numbers, mean 1, standard deviation 0.8165; layer 2: 3 numbers, mean 1, standard deviation 0.
 */
export function histogram(
  values: NumberList | Record<string, NumberList>,
  { alt, x = "", bins = 24, range }: HistogramOptions,
): Chart {
  const op = "histogram";
  const text = altText(op, alt);
  if (!(Number.isInteger(bins) && bins >= 2 && bins <= 200))
    wrong(op, "bins is a whole number from 2 to 200", String(bins), "24, for example", "bins: 24");
  const lists = namedLists(op, values);
  const { from: low, to: high } = scaleFor(
    op,
    "x",
    range ? { label: x, from: range[0], to: range[1] } : x,
    lists.flatMap(([, list]) => list),
  );
  const rows = lists.flatMap(([name, list]) =>
    count(list, { low, high, bins }).map((n, i) => ({
      name,
      from: rounded(low + (i * (high - low)) / bins),
      to: rounded(low + ((i + 1) * (high - low)) / bins),
      n,
    })),
  );
  const several = lists.length > 1;
  const spec: Spec = {
    data: { values: rows },
    mark: { type: "rect", fill: VALUE, fillOpacity: 0.85, stroke: PAPER, strokeWidth: 1, tooltip: true },
    encoding: {
      x: {
        field: "from",
        type: "quantitative",
        title: x || null,
        scale: { domain: [low, high], nice: false },
        axis: { tickCount: 7 },
      },
      x2: { field: "to" },
      y: { field: "n", type: "quantitative", title: null, scale: { domainMin: 0, nice: true }, axis: { tickCount: 3 } },
      y2: { datum: 0 },
      ...(several
        ? {
            row: {
              field: "name",
              type: "nominal",
              sort: lists.map(([name]) => name),
              title: null,
              spacing: 14,
              header: { labelAngle: 0, labelAlign: "left", labelFontSize: 14 },
            },
          }
        : {}),
    },
    ...(several
      ? { width: 560, height: Math.max(54, 300 / lists.length), autosize: { type: "pad" } }
      : { title: "count" }),
  };
  return { kind: "vega-lite", alt: text, summary: summariseLists(lists), spec: themed(spec, { height: 300 }) };
}

function namedLists(op: string, values: NumberList | Record<string, NumberList>): [name: string, list: number[]][] {
  const single = Array.isArray(values) || ArrayBuffer.isView(values) || "shape" in values;
  if (single) return [["", numberList(op, "values", values as NumberList)]];
  const lists = Object.entries(values as Record<string, NumberList>).map(([name, list]): [string, number[]] => [
    name,
    numberList(op, name, list),
  ]);
  if (lists.length === 0 || lists.length > 8)
    wrong(op, "a histogram shows one to eight lists", `${lists.length}`, "1 to 8", "choose some of them");
  return lists;
}

function count(list: number[], { low, high, bins }: { low: number; high: number; bins: number }): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const v of list) {
    const bin = Math.floor(((v - low) / (high - low)) * bins);
    if (v >= low && v <= high) counts[Math.min(bin, bins - 1)]++;
  }
  return counts;
}

function summariseLists(lists: [name: string, list: number[]][]): string {
  const parts = lists.map(([name, list]) => {
    const mean = list.reduce((a, b) => a + b, 0) / list.length;
    const deviation = Math.sqrt(list.reduce((a, b) => a + (b - mean) ** 2, 0) / list.length);
    return `${name ? `${name}: ` : ""}${list.length} numbers, mean ${brief(mean)}, standard deviation ${brief(deviation)}`;
  });
  return `${parts.join("; ")}.`;
}

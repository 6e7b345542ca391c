/** What the chart functions put into their specifications: facts a reader would see. */
import { expect, test } from "vitest";
import {
  bars,
  type Chart,
  heatmap,
  histogram,
  linePlot,
  plotly,
  scatter,
  surface,
  tensor,
  vegaLite,
} from "../../src/index.ts";

const alt = "A chart for a test, with numbers.";
interface Layer {
  readonly data?: { readonly values: readonly Record<string, unknown>[] };
  readonly mark: { readonly type: string; readonly [key: string]: unknown };
  readonly encoding?: { readonly [channel: string]: { readonly [key: string]: unknown } };
}
const layers = (chart: Chart): readonly Layer[] => chart.spec.layer as readonly Layer[];
const ofType = (chart: Chart, type: string): readonly Layer[] => layers(chart).filter((l) => l.mark.type === type);
const axes = (chart: Chart) =>
  chart.spec.encoding as Record<"x" | "y", { scale: Record<string, unknown>; axis: Record<string, unknown> }>;

test("a line plot draws the points of each curve in order", () => {
  const chart = linePlot({ series: [{ label: "loss", y: [3, 2, 1] }], alt });
  expect(ofType(chart, "line")[0].data?.values).toEqual([
    { x: 0, y: 3 },
    { x: 1, y: 2 },
    { x: 2, y: 1 },
  ]);
});

test("points, x with y, and y alone say the same", () => {
  const ways = [
    {
      points: [
        [0, 5],
        [1, 7],
      ] as const,
    },
    { x: [0, 1], y: [5, 7] },
    { y: new Float32Array([5, 7]) },
  ];
  const drawn = ways.map((way) => ofType(linePlot({ series: [way], alt }), "line")[0].data);
  expect(drawn[1]).toEqual(drawn[0]);
  expect(drawn[2]).toEqual(drawn[0]);
});

test("a tensor can be drawn as it is", () => {
  const chart = linePlot({ series: [{ y: tensor([1, 4, 9]) }], alt });
  expect(ofType(chart, "line")[0].data?.values.map((v) => v.y)).toEqual([1, 4, 9]);
});

test("two curves differ in colour, in dash, and each carries its name", () => {
  const chart = linePlot({
    series: [
      { label: "train", y: [1, 0] },
      { label: "test", y: [1, 0.5] },
    ],
    alt,
  });
  const [a, b] = ofType(chart, "line").map((l) => l.mark);
  expect(a.stroke).not.toBe(b.stroke);
  expect(a.strokeDash).not.toEqual(b.strokeDash);
  expect(
    ofType(chart, "text")
      .map((l) => l.mark.text)
      .sort(),
  ).toEqual(["test", "train"]);
});

test("names at the ends of curves that meet stand at least a line apart", () => {
  const series = ["a", "b", "c", "d"].map((label) => ({ label, y: [0, 1] }));
  const chart = linePlot({ series: [...series, { label: "far", y: [0, 0] }], alt });
  const places = ofType(chart, "text")
    .map((l) => Number(l.data?.values[0].y))
    .sort((p, q) => p - q);
  const [low, high] = axes(chart).y.scale.domain as [number, number];
  const line = (17 / (320 - 60)) * (high - low);
  for (let i = 1; i < places.length; i++) expect(places[i] - places[i - 1]).toBeGreaterThan(line * 0.99);
});

test("a logarithmic axis has a logarithmic scale, limits outside the data, and powers of ten as labels", () => {
  const { y } = axes(linePlot({ series: [{ y: [3e-7, 40] }], y: { label: "error", scale: "log" }, alt }));
  expect(y.scale.type).toBe("log");
  expect(y.scale.domain).toEqual([2e-7, 50]);
  expect(y.axis.labelExpr).toContain("10⁻⁴");
});

test("a rule is drawn across the whole plot at its value, with its label", () => {
  const chart = linePlot({ series: [{ y: [3, 1] }], rules: [{ y: 2.3, label: "guessing" }], alt });
  expect(ofType(chart, "line")[0].data?.values).toEqual([
    { x: 0, y: 2.3 },
    { x: 1, y: 2.3 },
  ]);
  expect(ofType(chart, "text")[0].mark.text).toBe("guessing");
});

test("smoothing draws the curve faintly and the mean of the points around each strongly", () => {
  const [raw, mean] = ofType(linePlot({ series: [{ y: [0, 3, 0, 3, 0] }], smooth: 3, alt }), "line");
  expect(raw.mark.strokeOpacity).toBeLessThan(0.5);
  expect(mean.data?.values.map((v) => v.y)).toEqual([1.5, 1, 2, 1, 1.5]);
});

test("the summary of a line plot tells where each curve begins, ends and is lowest", () => {
  const { summary } = linePlot({ series: [{ label: "loss", y: [2.3, 0.1, 0.2] }], alt });
  expect(summary).toBe("loss: 2.3 at 0, 0.2 at 2, lowest 0.1 at 1.");
});

test("a heat map writes the number into each cell and shades by size", () => {
  const chart = heatmap(
    [
      [0, 4],
      [2, 1],
    ],
    { alt },
  );
  const cells = (chart.spec.data as { values: Record<string, unknown>[] }).values;
  expect(cells.map((c) => c.text)).toEqual(["0", "4", "2", "1"]);
  expect(cells[1].strength).toBe(2 * Number(cells[2].strength));
  expect(cells[0].strength).toBe(0);
  expect(ofType(chart, "text")).toHaveLength(1);
});

test("a square-root shade lifts small numbers", () => {
  const strength = (shade: "linear" | "sqrt") => {
    const values = (heatmap([[1, 100]], { shade, alt }).spec.data as { values: { strength: number }[] }).values;
    return values[0].strength / values[1].strength;
  };
  expect(strength("linear")).toBeCloseTo(0.01, 2);
  expect(strength("sqrt")).toBeCloseTo(0.1, 2);
});

test("negative cells are orange and carry a minus sign, with or without numbers", () => {
  const written = heatmap([[1, -1]], { alt });
  expect((written.spec.data as { values: { text: string }[] }).values[1].text).toBe("−1");
  const bare = heatmap([[1, -1]], { numbers: false, alt });
  expect(ofType(bare, "text")[0].mark.text).toBe("−");
  expect(JSON.stringify(bare.spec)).toContain("datum.value < 0");
});

test("the summary of a confusion matrix counts the diagonal and names the worst confusion", () => {
  const { summary } = heatmap(
    [
      [9, 1],
      [3, 7],
    ],
    { diagonal: true, rows: ["cat", "dog"], columns: ["cat", "dog"], x: "read", y: "meant", alt },
  );
  expect(summary).toBe("2 by 2 cells; 16 of 20 on the diagonal; most off it: 3 (meant dog, read cat).");
});

test("classes of a scatter plot have their own colour and their own shape, in a fixed order", () => {
  const chart = scatter(
    [
      [0, 1],
      [1, 0],
      [2, 2],
    ],
    { labels: ["b", "a", "c"], alt },
  );
  const { color, shape } = layers(chart)[0].encoding as Record<
    string,
    { scale: { domain: string[]; range: string[] } }
  >;
  expect(color.scale.domain).toEqual(["a", "b", "c"]);
  expect(new Set(color.scale.range).size).toBe(3);
  expect(new Set(shape.scale.range).size).toBe(3);
});

test("class numbers are sorted as numbers", () => {
  const labels = Array.from({ length: 11 }, (_, k) => k);
  const points = labels.map((k) => [k, k]);
  const encoding = layers(scatter(points, { labels, write: true, alt }))[0].encoding as Record<
    string,
    { scale: { domain: string[] } }
  >;
  expect(encoding.fill.scale.domain.slice(-2)).toEqual(["9", "10"]);
});

test("equal units make a unit of x as long as a unit of y", () => {
  const chart = scatter(
    [
      [0, 0],
      [4, 8],
    ],
    { equal: true, alt },
  );
  expect(Number(chart.spec.width)).toBeLessThan(Number(chart.spec.height));
});

test("bars begin at zero and carry their numbers", () => {
  const chart = bars([0.9, 0.97], { labels: ["old", "new"], digits: 2, alt });
  const x = layers(chart)[0].encoding?.x as unknown as { scale: { domain: number[] } };
  expect(x.scale.domain).toEqual([0, 0.97]);
  expect(chart.summary).toBe("old: 0.90; new: 0.97.");
});

test("a histogram counts every number once, the largest too", () => {
  const chart = histogram([0, 0.1, 0.5, 0.99, 1], { bins: 2, range: [0, 1], alt });
  const rows = (chart.spec.data as { values: { n: number; from: number; to: number }[] }).values;
  expect(rows.map((r) => r.n)).toEqual([2, 3]);
  expect(rows.map((r) => [r.from, r.to])).toEqual([
    [0, 0.5],
    [0.5, 1],
  ]);
});

test("histograms of several lists share their bins", () => {
  const chart = histogram({ a: [0, 1], b: [3, 4] }, { bins: 4, alt });
  const rows = (chart.spec.data as { values: { name: string; n: number; from: number }[] }).values;
  expect(rows.filter((r) => r.name === "b").map((r) => r.n)).toEqual([0, 0, 0, 2]);
  expect(rows.filter((r) => r.name === "a").map((r) => r.from)).toEqual(
    rows.filter((r) => r.name === "b").map((r) => r.from),
  );
});

test("a surface has its heights row by row, and its paths carry names", () => {
  const chart = surface(
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    {
      x: [10, 20, 30],
      y: [1, 2],
      names: ["a", "b", "loss"],
      paths: [
        {
          label: "down",
          points: [
            [30, 2, 5],
            [10, 1, 0],
          ],
        },
      ],
      alt,
    },
  );
  const [ground, path] = chart.spec.data as { type: string; z: unknown; x: unknown }[];
  expect(ground).toMatchObject({
    type: "surface",
    z: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    x: [10, 20, 30],
  });
  expect(path).toMatchObject({ type: "scatter3d", x: [30, 10], z: [5, 0] });
  expect(JSON.stringify(chart.spec.layout)).toContain('"text":"down"');
  expect(chart.summary).toBe(
    "loss over a grid of 2 by 3: lowest 0 at a 10, b 1; highest 5 at a 30, b 2; a path of 2 points (down) from 5 to 0.",
  );
});

test("a specification by hand keeps what it says and gets the course's look for the rest", () => {
  const { spec } = vegaLite(
    { data: { values: [] }, mark: "bar", width: 200, config: { bar: { fill: "red" } } },
    { alt },
  );
  expect(spec).toMatchObject({ mark: "bar", width: 200, background: null });
  expect(spec.config).toMatchObject({ bar: { fill: "red" }, aria: false });
});

test("a Plotly chart is clear and takes the width of its place", () => {
  const { spec } = plotly({ data: [{ type: "scatter", y: [1] }], layout: { height: 300 } }, { alt });
  expect(spec.layout).toMatchObject({ height: 300, autosize: true, paper_bgcolor: "rgba(0,0,0,0)" });
});

test("specifications are plain JSON", () => {
  const chart = linePlot({ series: [{ label: "a", y: [1, 2] }], rules: [{ x: 0.5 }], alt });
  expect(JSON.parse(JSON.stringify(chart.spec))).toEqual(JSON.parse(JSON.stringify(structuredClone(chart.spec))));
});

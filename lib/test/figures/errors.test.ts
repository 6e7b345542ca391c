/** What the chart functions refuse, and the words they use. */
import { expect, test } from "vitest";
import {
  bars,
  diagram,
  FigureError,
  heatmap,
  histogram,
  imageGrid,
  linePlot,
  plotly,
  record,
  scatter,
  show,
  surface,
  svgFigure,
  TermwiseError,
  tensor,
  vegaLite,
} from "../../src/index.ts";
import "./host.ts";

const alt = "A chart for a test, with numbers.";

function complaint(make: () => unknown): FigureError {
  try {
    make();
  } catch (error) {
    if (error instanceof FigureError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("an error has four parts, and is an error of the library", () => {
  const error = complaint(() => linePlot({ series: [{ label: "loss", y: [1, 2, Number.NaN] }], alt }));
  expect(error).toBeInstanceOf(TermwiseError);
  expect(error.message).toBe(
    "linePlot: only finite numbers can be drawn\n  got NaN at loss[2]\n  expected a finite number\n" +
      "  hint: find the step that made it, or filter with Number.isFinite",
  );
});

test.each([
  ["linePlot", () => linePlot({ series: [{ y: [1] }] } as never)],
  ["heatmap", () => heatmap([[1]], { alt: "" })],
  ["imageGrid", () => imageGrid([[1]], { alt: "too short" })],
  ["scatter", () => scatter([[1, 2]], {} as never)],
  ["bars", () => bars([1], { labels: ["a"] } as never)],
  ["histogram", () => histogram([1, 2], {} as never)],
  [
    "surface",
    () =>
      surface(
        [
          [1, 2],
          [3, 4],
        ],
        {} as never,
      ),
  ],
  ["svgFigure", () => svgFigure('<svg viewBox="0 0 1 1"></svg>', {} as never)],
  ["vegaLite", () => vegaLite({ mark: "bar" }, {} as never)],
  ["plotly", () => plotly({ data: [] }, {} as never)],
])("%s needs an alternative text", (op, make) => {
  const error = complaint(make);
  expect(error.op).toBe(op);
  expect(error.rule).toContain("alt");
});

test.each<[string, () => unknown, string]>([
  [
    "curves of different lengths",
    () => linePlot({ series: [{ label: "a", x: [1, 2, 3], y: [1, 2] }], alt }),
    "got 3 and 2",
  ],
  ["no curve", () => linePlot({ series: [], alt }), "at least one curve"],
  ["an empty curve", () => linePlot({ series: [{ label: "loss", y: [] }], alt }), "loss is empty"],
  ["numbers instead of curves", () => linePlot({ series: [1, 2] as never, alt }), "without y"],
  [
    "zero on a logarithmic axis",
    () => linePlot({ series: [{ y: [1, 0] }], y: { label: "", scale: "log" }, alt }),
    "positive numbers",
  ],
  [
    "an unknown scale",
    () => linePlot({ series: [{ y: [1, 2] }], x: { label: "n", scale: "sqrt" as never }, alt }),
    '"sqrt"',
  ],
  [
    "an axis backwards",
    () => linePlot({ series: [{ y: [1, 2] }], x: { label: "n", from: 5, to: 1 }, alt }),
    "from 5 to 1",
  ],
  ["an unknown tone", () => linePlot({ series: [{ y: [1, 2], tone: "red" as never }], alt }), '"red"'],
  ["half a point of smoothing", () => linePlot({ series: [{ y: [1, 2] }], smooth: 1.5, alt }), "1.5"],
  ["rows of different lengths", () => heatmap([[1, 2], [3]], { alt }), "2 numbers in row 0, 1 in row 1"],
  ["too few row names", () => heatmap([[1], [2]], { rows: ["a"], alt }), "got 1 and 2"],
  ["two rows of one name", () => heatmap([[1], [2]], { rows: ["a", "a"], alt }), '"a" twice'],
  [
    "a table of 100 × 100",
    () =>
      heatmap(
        Array.from({ length: 100 }, () => new Array(100).fill(1)),
        { alt },
      ),
    "1,600",
  ],
  ["a tensor with three axes as a table", () => heatmap(tensor([[[1]]]), { alt }), "shape [1, 1, 1]"],
  ["pictures of different sizes", () => imageGrid([[1, 1, 1, 1], [1]], { alt }), "1 pixels in images[1] for 2 × 2"],
  ["a picture that is not square, without size", () => imageGrid([[1, 2, 3]], { alt }), "size: [height, width]"],
  ["no picture", () => imageGrid([], { alt }), "no picture"],
  ["captions for other pictures", () => imageGrid([[1]], { captions: ["a", "b"], alt }), "got 2 and 1"],
  ["an unknown scale of pictures", () => imageGrid([[1]], { scale: "rainbow" as never, alt }), '"rainbow"'],
  ["half a column", () => imageGrid([[1]], { columns: 2.5, alt }), "2.5"],
  ["points in space", () => scatter([[1, 2, 3]], { alt }), "3 in points[0]"],
  ["labels for other points", () => scatter([[1, 2]], { labels: [1, 2], alt }), "got 2 and 1"],
  [
    "eleven classes with shapes",
    () =>
      scatter(
        Array.from({ length: 11 }, (_, k) => [k, k]),
        { labels: Array.from({ length: 11 }, (_, k) => k), alt },
      ),
    "11 classes",
  ],
  ["bars without names", () => bars([1, 2], { alt } as never), "no labels"],
  ["a highlight that is no bar", () => bars([1], { labels: ["a"], highlight: "z", alt }), '"z"'],
  ["one bin", () => histogram([1, 2], { bins: 1, alt }), "from 2 to 200"],
  ["a surface of one row", () => surface([[1, 2]], { alt }), "1 × 2"],
  [
    "x for other columns",
    () =>
      surface(
        [
          [1, 2],
          [3, 4],
        ],
        { x: [1], alt },
      ),
    "columns of heights",
  ],
  ["a drawing without viewBox", () => svgFigure("<svg><g/></svg>", { alt }), "viewBox"],
  ["a drawing with a program", () => svgFigure('<svg viewBox="0 0 9 9"><script>1</script></svg>', { alt }), "<script"],
  ["a drawing with a handler", () => svgFigure('<svg viewBox="0 0 9 9" onload="x()"></svg>', { alt }), "onload="],
  [
    "a drawing from elsewhere",
    () => svgFigure('<svg viewBox="0 0 9 9"><use href="http://x/y"/></svg>', { alt }),
    "href=",
  ],
  ["text instead of a drawing", () => svgFigure("a picture", { alt }), "one svg element"],
  ["a specification without a mark", () => vegaLite({ data: { values: [] } }, { alt }), "{ data }"],
  ["Plotly traces without data", () => plotly([{ y: [1] }] as never, { alt }), "an array"],
  ["an arrow to nowhere", () => diagram({ x: { at: [0, 0] } }, { arrows: [{ from: "x", to: "z" }], alt }), '"z"'],
  ["a diagram without boxes", () => diagram({}, { alt }), "has boxes"],
  ["show of a specification", () => show({ mark: "bar" } as never), "what a chart function returned"],
])("%s: refused with the value", (_, make, words) => {
  expect(complaint(make).message).toContain(words);
});

test.each<[string, () => void, string]>([
  ["a fraction without digits", () => record("pi", 3.14), "digits: 2"],
  ["a percentage with a fraction without digits", () => record("right", 0.974, { percent: true }), "percent: true"],
  ["NaN", () => record("loss", Number.NaN, { digits: 2 }), "NaN"],
  ["an empty text", () => record("name", " "), "empty text"],
  ["a name with a space", () => record("my name", 1), '"my name"'],
])("record refuses %s", (_, make, words) => {
  const texts: string[] = [];
  globalThis.__termwise = { display: () => {}, record: (_name, text) => texts.push(text) };
  try {
    expect(complaint(make).message).toContain(words);
    expect(texts).toEqual([]);
  } finally {
    globalThis.__termwise = undefined;
  }
});

test("record refuses wrong values in a terminal too, where nothing would be shown", () => {
  expect(complaint(() => record("pi", 3.14)).op).toBe("record");
});

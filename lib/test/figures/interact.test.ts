/** Figures with controls: what travels to a page, and what is refused before it could fail there. */
import { afterEach, beforeEach, describe, expect, expectTypeOf, test } from "vitest";
import { sliderStep, sliderSteps, sliderValue, writeNumber } from "../../src/figures/controls.ts";
import {
  choice,
  frameOf,
  interact,
  linePlot,
  play,
  plot,
  point,
  show,
  sketch,
  slider,
  stepper,
  svgFigure,
  textLine,
  toggle,
  withFigureWidth,
} from "../../src/index.ts";
import "./host.ts";

const alt = "A line that rises from zero.";
const line = (to: number) => plot({ x: "step", y: "value", marks: [{ line: [0, to], label: "line" }], alt });
const LIVE = "application/vnd.termwise.live+json";

describe("controls", () => {
  test("the drawing receives each value with its own type", () => {
    const controls = {
      rate: slider(0, 1),
      step: stepper(0, 3),
      kind: choice(["relu", "tanh"]),
      on: toggle(),
      at: point({ x: [0, 1], y: [0, 1] }),
      sheet: sketch([2, 2]),
      words: textLine("x = 3; x * x"),
    };
    interact(controls, (termwise, values) => {
      expectTypeOf(values.rate).toEqualTypeOf<number>();
      expectTypeOf(values.step).toEqualTypeOf<number>();
      expectTypeOf(values.kind).toEqualTypeOf<"relu" | "tanh">();
      expectTypeOf(values.on).toEqualTypeOf<boolean>();
      expectTypeOf(values.at).toEqualTypeOf<readonly [x: number, y: number]>();
      expectTypeOf(values.sheet).toEqualTypeOf<readonly number[]>();
      expectTypeOf(values.words).toEqualTypeOf<string>();
      return termwise.plot({ marks: [{ line: [0, 1] }], alt: "A line that rises from zero." });
    });
  });

  test("a slider reaches both ends, in steps without rounding errors", () => {
    const tenth = slider(0, 1, { step: 0.1 });
    const values = Array.from({ length: sliderSteps(tenth) + 1 }, (_, k) => sliderValue(tenth, k));
    expect(values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  });

  test("a logarithmic slider has equal ratios, and finds the step of a value", () => {
    const rate = slider(0.001, 1, { log: true, value: 0.1 });
    expect(sliderSteps(rate)).toBe(60);
    expect([0, 20, 40, 60].map((k) => sliderValue(rate, k))).toEqual([0.001, 0.01, 0.1, 1]);
    expect(sliderStep(rate, 0.1)).toBe(40);
  });

  test("without a value a slider begins in the middle", () => {
    expect(slider(0, 10).value).toBe(5);
    expect(slider(0.01, 1, { log: true }).value).toBe(0.1);
  });

  test.each([
    ["a slider that runs backwards", () => slider(1, 0)],
    ["a logarithmic slider from 0", () => slider(0, 1, { log: true })],
    ["a value outside", () => slider(0, 1, { value: 2 })],
    ["a stepper with half steps", () => stepper(0, 1.5)],
    ["names for some steps only", () => stepper(0, 3, { names: ["a", "b"] })],
    ["one option", () => choice(["relu"])],
    ["a point outside its limits", () => point({ x: [0, 1], y: [0, 1], value: [0.5, 3] })],
    ["an empty line of text", () => textLine(" ")],
    ["an example that is too long", () => textLine("x", { longest: 5, examples: { long: "x * x * x" } })],
    ["a sheet with the wrong number of pixels", () => sketch([8, 8], { value: [1, 2, 3] })],
    ["playing a thousand values a second", () => play(stepper(0, 3), { perSecond: 1000 })],
  ])("refused: %s", (_, make) => {
    expect(make).toThrow(/hint: /);
  });

  test("numbers are written with digits, percent or unit", () => {
    expect(writeNumber(-0.5, { digits: 2 })).toBe("−0.50");
    expect(writeNumber(0.125, { percent: true, digits: 1 })).toBe("12.5 %");
    expect(writeNumber(3, { unit: "ms" })).toBe("3 ms");
  });
});

describe("interact", () => {
  const shown: Record<string, unknown>[] = [];
  const bundle = (): Record<string, unknown> => shown[shown.length - 1];
  const live = (): { controls: { key: string }[]; source: string; data?: string } & Record<string, unknown> =>
    bundle()[LIVE] as never;
  beforeEach(() => {
    const host = {
      display: (data: Record<string, unknown>) => void shown.push(data),
      record: () => {},
      freeNames: (source: string) =>
        source.includes("losses") ? [{ name: "losses" }, { name: "plot", instead: "termwise.plot" }] : [],
      evaluate: (source: string) => new Function(`return (${source})`)(),
    };
    globalThis.__termwise = host;
  });
  afterEach(() => {
    globalThis.__termwise = undefined;
    shown.length = 0;
  });

  test("shows what moves it, and pictures for those who cannot run it", () => {
    show(
      interact(
        { b: slider(1, 9, { value: 4 }), a: toggle() },
        (termwise, { b }, { from }) => {
          return termwise.plot({ marks: [{ line: [from, b] }], alt: `A line up to ${b}.` });
        },
        { data: { from: 0.5 }, alt: "A line with an end to move" },
      ),
    );
    expect(bundle()["text/plain"]).toBe("A line up to 4.");
    expect(bundle()["image/svg+xml"]).toMatch(/^<svg xmlns/);
    expect(bundle()["text/html"]).toMatch(/^<img alt="A line up to 4\."/);
    expect(live().controls.map(({ key }) => key)).toEqual(["b", "a"]);
    expect(live().source).toMatch(/^\(termwise, \{ b \}, \{ from \}\) => /);
    expect(live().data).toBe('{"from":0.5}');
    expect(live().name).toBe("A line with an end to move");
    expect(live().axes).toMatchObject({ x: { from: 0, to: 1 }, y: { from: 0.5 } });
    expect((live().narrow as { svg: string }).svg).toContain('viewBox="0 0 350 320"');
    expect(JSON.parse(JSON.stringify(live()))).toEqual(live());
  });

  test("a function of the values gives the text alternative", () => {
    show(
      interact(
        { n: slider(0, 4, { step: 1, value: 3 }) },
        (termwise, { n }) => termwise.plot({ marks: [{ line: [0, n] }], alt: "A line of the figure." }),
        { alt: ({ n }) => `The line ends at ${n}.` },
      ),
    );
    expect(bundle()["text/plain"]).toBe("The line ends at 3.");
    expect(live().altSource).toMatch(/=>/);
  });

  test("the first picture is drawn by the source that travels, not by the function that was given", () => {
    const controls = { n: slider(0, 4, { value: 2 }) };
    const draw = (termwise: typeof import("../../src/index.ts"), { n }: { n: number }) =>
      termwise.plot({ marks: [{ line: [0, n] }], alt: `Ends at ${n}, as text.` });
    draw.toString = () =>
      '(termwise, { n }) => termwise.plot({ marks: [{ line: [0, n] }], alt: "Another text for " + n + "." })';
    show(interact(controls, draw));
    expect(bundle()["text/plain"]).toBe("Another text for 2.");
  });

  test("names from outside are refused, with what to write", () => {
    const losses = [1, 2];
    const make = (): unknown => interact({ n: slider(0, 1) }, () => plot({ marks: [{ line: losses }], alt }));
    expect(make).toThrow(/losses, plot from outside/);
    expect(make).toThrow(/write termwise\.plot for plot; .*\{ data: \{ losses \} \}/);
  });

  test.each([
    ["no controls", () => interact({}, () => line(1)), /has controls/],
    [
      "a Vega-Lite chart",
      () =>
        interact({ n: slider(0, 1) }, (t) =>
          t.linePlot({ series: [{ y: [1, 2] }], alt: "A line that rises from zero." }),
        ),
      /a vega-lite chart/,
    ],
    [
      "a typed array as data",
      () => interact({ n: slider(0, 1) }, () => line(1), { data: { list: new Float32Array(3) } }),
      /Float32Array at data\.list/,
    ],
    [
      "NaN in the data",
      () => interact({ n: slider(0, 1) }, () => line(1), { data: [1, Number.NaN] }),
      /NaN at data\.1/,
    ],
    [
      "a function in the data",
      () => interact({ n: slider(0, 1) }, () => line(1), { data: { f: () => 1 } }),
      /at data\.f/,
    ],
    ["a short alt", () => interact({ n: slider(0, 1) }, () => line(1), { alt: () => "short" }), /needs alt/],
  ])("refused: %s", (_, make, said) => {
    globalThis.__termwise = undefined;
    expect(make).toThrow(said);
  });

  test("a method is refused, because its text does not stand alone", () => {
    const object = {
      draw() {
        return line(1);
      },
    };
    expect(() => interact({ n: slider(0, 1) }, object.draw as never)).toThrow(/arrow function/);
  });
});

describe("a frame", () => {
  test("has its picture, its words, its axes and its numbers", () => {
    const frame = frameOf(line(2));
    expect(frame.alt).toBe(alt);
    expect(frame.axes?.x).toMatchObject({ from: 0, to: 1, log: false });
    expect(frame.table).toEqual({
      columns: ["step", "value"],
      rows: [
        ["0", "0"],
        ["1", "2"],
      ],
    });
  });

  test("with NaN in the drawing is refused", () => {
    const broken = svgFigure(`<svg viewBox="0 0 9 9"><path d="M${0 / 0} 1"/></svg>`, { alt });
    expect(() => frameOf(broken)).toThrow(/NaN in the drawing/);
    expect(() => frameOf(svgFigure('<svg viewBox="0 0 9 9"><text>NaN</text></svg>', { alt }))).not.toThrow();
  });

  test("of a chart that a library draws is refused", () => {
    expect(() => frameOf(linePlot({ series: [{ y: [1, 2] }], alt }))).toThrow(/a vega-lite chart/);
  });
});

test("the width of figures is put back, also when drawing fails", () => {
  const widthOf = (): string => /viewBox="0 0 (\d+)/.exec(line(1).svg)?.[1] ?? "";
  expect(withFigureWidth(350, widthOf)).toBe("350");
  expect(() =>
    withFigureWidth(350, () => {
      throw new Error("x");
    }),
  ).toThrow("x");
  expect(widthOf()).toBe("698");
});

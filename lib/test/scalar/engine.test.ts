/** The engine on single numbers, its grammar, its pictures and its forward twin, against slopes that are measured. */
import { describe, expect, test } from "vitest";
import { layoutOf } from "../../src/figures/value-places.ts";
import { Dual, derivative, drawGraph, type Expression, expression, withFigureWidth } from "../../src/index.ts";

/** The slope of a text in x at a place, by a central difference. */
function measured(text: string, x: number, t = 1e-6): number {
  const at = (x: number): number => expression(`x = ${x}; ${text}`).output.data;
  return (at(x + t) - at(x - t)) / (2 * t);
}
const swept = (e: Expression, name: string): number => {
  e.backward();
  return e.named[name].grad;
};

describe("expressions", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["2 * 3 ^ 2", 18],
    ["-2 ^ 2", -4],
    ["(1 - 2) - 3", -4],
    ["8 / 4 / 2", 1],
    ["2 ^ -1", 0.5],
    ["x = .5; 1e2 * x", 50],
    ["x = 3\ny = x²\ny × x − 1", 26],
    ["relu(-3) + relu(3)", 3],
    ["sigmoid(0)", 0.5],
  ])("%s is %d", (text, expected) => {
    expect(expression(text).output.data).toBe(expected);
  });

  test.each([
    ["", "nothing to compute"],
    ["3 +", "ends too early"],
    ["3 + * 4", "“*” cannot stand here"],
    ["(1 + 2", "the ( at place 1 is not closed"],
    ["2 * b", "b has no value"],
    ["2 $ 3", "“$” is not part of the grammar"],
    ["x = 2; x ^ x", "a number as the exponent"],
    ["1 / 0", "÷ of 1 and 0 has no finite value"],
    ["log(0 - 1)", "log of −1"],
    ["1 2", "“2” cannot stand here"],
    ["relu 3", "relu(…)"],
    ["x".repeat(400), "too long"],
  ])("“%s” is refused with a reason", (text, reason) => {
    expect(() => expression(text)).toThrow(reason.replace("−", "-").startsWith("log") ? "log of -1" : reason);
  });

  test.each(["exp", "log", "sqrt", "sin", "cos", "tanh", "relu", "sigmoid"])("%s sends its measured slope", (name) => {
    const text = `${name}(x)`;
    expect(swept(expression(`x = 0.7; ${text}`), "x")).toBeCloseTo(measured(text, 0.7), 8);
  });

  test.each(["x * x * x", "1 / (1 + x)", "x / 3 - 3 / x", "-x ^ 3", "y = x * x; y * y + y / x"])(
    "the sweep through %s agrees with its measured slope",
    (text) => {
      expect(swept(expression(`x = 1.3; ${text}`), "x")).toBeCloseTo(measured(text, 1.3), 7);
    },
  );

  test("a sweep that stops early has sent from the newest values only", () => {
    const { output, named, backward } = expression("x = 3; y = x ^ 2; y + x");
    expect(backward({ steps: 1 })).toEqual([output]);
    expect([named.x.grad, named.y.grad]).toEqual([1, 1]);
    expect(backward()).toHaveLength(2);
    expect(named.x.grad).toBe(7);
  });
});

describe("the graph of an expression", () => {
  const network = expression("x = 2; w = 3; b = -1; h = relu(w * x + b); y = 4; e = h - y; e * e");

  test("no two boxes stand in one place, inputs stand left of what uses them, and arrows go round boxes", () => {
    for (const e of [network, expression("x = 1; a = x + x; b = a + x; c = a * b; c * x + exp(x)")]) {
      const { places, via } = layoutOf(e.nodes);
      expect(new Set([...places.values()].map((at) => at.join())).size).toBe(e.nodes.length);
      for (const v of e.nodes)
        for (const input of v.inputs) {
          expect(places.get(input)?.[0]).toBeLessThan(places.get(v)?.[0] ?? 0);
          for (const passed of via(input, v)) {
            const near = [...places.values()].filter(([c, r]) => c === passed[0] && Math.abs(r - passed[1]) < 0.99);
            expect(near).toEqual([]); // an arrow goes round boxes
          }
        }
    }
  });

  test("arrows of those that have sent carry what they sent, to both uses of an input", () => {
    const sent = network.backward({ steps: 2 });
    const { summary } = drawGraph(network.output, { names: network.named, sent, alt: "A unit and its error." });
    expect(summary).toContain("e to v9 (1 + 1)");
    expect(summary).toContain("h to e (2)");
    expect(summary).toContain("b −1;");
  });

  test("a graph that is too large is refused, and not drawn", () => {
    const { output } = expression(Array.from({ length: 30 }, () => "2").join("+"));
    expect(() => drawGraph(output, { alt: "Too many numbers." })).toThrow("59 boxes");
  });

  test("on a phone it runs from top to bottom", () => {
    const size = (width: number): number[] =>
      withFigureWidth(width, () => drawGraph(network.output, { alt: "A unit and its error." }))
        .svg.match(/viewBox="0 0 ([\d.]+) ([\d.]+)"/)
        ?.slice(1)
        .map(Number) ?? [];
    const [wide, narrow] = [size(698), size(350)];
    expect(wide[0]).toBeGreaterThan(wide[1]);
    expect(narrow[1]).toBeGreaterThan(narrow[0]);
  });
});

describe("dual numbers", () => {
  const functions: [string, (x: Dual) => Dual, (x: number) => number][] = [
    ["x + 2x", (x) => x.add(x.mul(2)), (x) => 3 * x],
    ["3 − x", (x) => new Dual(3).sub(x), (x) => 3 - x],
    ["x / (1 + x)", (x) => x.div(x.add(1)), (x) => x / (1 + x)],
    ["square", (x) => x.square(), (x) => x * x],
    ["relu", (x) => x.relu(), (x) => Math.max(0, x)],
    ["exp", (x) => x.exp(), Math.exp],
    ["log", (x) => x.log(), Math.log],
    ["sin", (x) => x.sin(), Math.sin],
    ["cos", (x) => x.cos(), Math.cos],
    ["tanh", (x) => x.tanh(), Math.tanh],
  ];
  test.each(functions)("%s has its value and its measured slope", (_, f, plain) => {
    const t = 1e-6;
    expect(f(new Dual(0.7)).value).toBeCloseTo(plain(0.7), 12);
    expect(derivative(f)(0.7)).toBeCloseTo((plain(0.7 + t) - plain(0.7 - t)) / (2 * t), 8);
  });

  test("a plain number does not change", () => {
    expect(derivative((x) => x.mul(0).add(5))(2)).toBe(0);
  });
});

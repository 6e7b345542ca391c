import { describe, expect, test } from "vitest";
import { empty, type ProgressData } from "../../tools/learner/progress/data.ts";
import { drawFive, drawMore } from "../../tools/learner/progress/draw.ts";
import { questionAnswered } from "../../tools/learner/progress/record.ts";
import { mixed } from "../assets/js/questions/mix.ts";
import { matches, readings } from "../assets/js/questions/number.ts";
import { questionsOf } from "../questions.ts";

describe("numbers as people type them", () => {
  test.each([
    ["0.5", [0.5]],
    [" .5 ", [0.5]],
    ["0,5", [0.5]],
    ["1/2", [0.5]],
    ["-3 / 4", [-0.75]],
    ["5e-1", [0.5]],
    ["50 %", [0.5]],
    ["50%", [0.5]],
    ["−3", [-3]],
    ["+3", [3]],
    ["1 500", [1500]],
    ["2,410", [2410, 2.41]],
    ["1,234,567.5", [1234567.5]],
    ["", []],
    ["three", []],
    ["1/0", []],
    ["1/2/3", []],
    ["1.2.3", []],
    ["0x10", []],
    ["Infinity", []],
  ])("%j", (text, expected) => {
    expect(readings(text).sort()).toEqual([...expected].sort());
  });

  test.each([
    ["97", 97],
    ["97 %", 97],
    ["1/2", 50],
  ])("%j where percent is asked", (text, expected) => {
    expect(readings(text, "%")).toEqual([expected]);
  });

  test("a number counts within its tolerance, and no further", () => {
    expect(matches([2.305], 2.3, 0.005)).toBe(true);
    expect(matches([2.3051], 2.3, 0.005)).toBe(false);
    expect(matches([0.1 + 0.2], 0.3, 0)).toBe(true);
    expect(matches([], 0, 1)).toBe(false);
  });
});

describe("mixing", () => {
  const list = ["a", "b", "c", "d", "e"];
  test("the same seed gives the same order, with nothing lost", () => {
    expect(mixed(list, "2026-11-21 q")).toEqual(mixed(list, "2026-11-21 q"));
    expect(mixed(list, "2026-11-21 q").sort()).toEqual(list);
  });

  test("over many days each choice stands in each place about equally often", () => {
    const first = Array.from({ length: 2000 }, (_, k) => mixed(list, `day ${k}`)[0]);
    for (const one of list) expect(Math.abs(first.filter((x) => x === one).length - 400)).toBeLessThan(80);
  });
});

describe("the draw of a day", () => {
  const pool = Array.from({ length: 20 }, (_, k) => ({
    id: `q-${k}`,
    page: k < 10 ? "ch01" : "ch02",
    terms: [`t-${k}`],
  }));
  const answer = (data: ProgressData, id: string, right: boolean, day: string): ProgressData =>
    questionAnswered(id, right)(data, new Date(`${day}T12:00:00`));

  test("a new reader is asked about the first page that asks", () => {
    const five = drawFive(pool, empty(), "2026-03-01", mixed);
    expect(new Set(five).size).toBe(5);
    expect(five.every((id) => pool.find((one) => one.id === id)?.page === "ch01")).toBe(true);
    expect(drawFive(pool, empty(), "2026-03-01", mixed)).toEqual(five);
    expect(drawFive(pool, empty(), "2026-03-02", mixed)).not.toEqual(five);
  });

  test("what is due comes first, the longest waiting before the others; pages not begun are left out", () => {
    let data = answer(empty(), "q-3", false, "2026-03-01");
    data = answer(data, "q-4", true, "2026-02-20");
    const five = drawFive(pool, data, "2026-03-05", mixed);
    expect(five.slice(0, 2)).toEqual(["q-4", "q-3"]);
    expect(five).toHaveLength(5);
    expect(five.some((id) => Number(id.slice(2)) >= 10)).toBe(false);
  });

  test("answering does not change the five of the day; five more are others", () => {
    const five = drawFive(pool, empty(), "2026-03-01", mixed);
    let data: ProgressData = { ...empty(), today: { at: "2026-03-01T10:00:00.000Z", day: "2026-03-01", ids: five } };
    for (const id of five) data = answer(data, id, true, "2026-03-01");
    expect(drawFive(pool, data, "2026-03-01", mixed)).toEqual(five);
    const more = drawMore(pool, data, "2026-03-01", mixed);
    expect(more).toHaveLength(5);
    expect(more.filter((id) => five.includes(id))).toEqual([]);
  });

  test("a question that the course no longer has is not asked", () => {
    const data = answer(empty(), "gone-question", true, "2026-02-01");
    expect(drawFive(pool, data, "2026-03-01", mixed)).not.toContain("gone-question");
  });
});

test("questions leave their page with links that still lead somewhere; those asked again stay", () => {
  const html = `<p>x</p><!--question one-two--><div class="question" id="question-one-two" data-question="one-two" data-terms="a b">
<a href="#sec">s</a><a href="terms/a.html">t</a></div><!--/question--> <!--question old-one--><div class="question" data-question="old-one" data-again>y</div><!--/question-->`;
  expect(questionsOf(html, "ch05-x.html")).toEqual([
    {
      id: "one-two",
      page: "ch05-x",
      terms: ["a", "b"],
      html: `<div class="question" data-question="one-two" data-terms="a b">
<a href="ch05-x.html#sec">s</a><a href="terms/a.html">t</a></div>`,
    },
  ]);
});

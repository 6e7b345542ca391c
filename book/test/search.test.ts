/** Search by name: exact names first, in either language, and what was meant when it was misspelt. */
import { expect, test } from "vitest";
import { byName, distance, namesFrom } from "../assets/js/search-names.ts";

const names = namesFrom([
  ["terms/softmax.html", "Softmax · Softmax 函数", "", ["Softmax", "Softmax 函数", "normalised exponential"]],
  ["terms/gradient.html", "Gradient · 梯度", "", ["Gradient", "梯度"]],
  ["terms/gradient-descent.html", "Gradient descent · 梯度下降", "", ["Gradient descent", "梯度下降"]],
  ["terms/overfitting.html", "Overfitting · 过拟合", "", ["Overfitting", "过拟合", "过度拟合"]],
  ["terms/adam.html", "Adam", "", ["Adam"]],
  ["exercises/e05-4.html", "E05.4 · Softmax along any axis", "", ["E05.4", "05.4", "Softmax along any axis"]],
]);
const pages = (words: string): string[] => byName(words, names).hits.map(({ page }) => page);

test.each([
  ["gradient", "terms/gradient.html"],
  ["Gradient-Descent", "terms/gradient-descent.html"],
  ["梯度", "terms/gradient.html"],
  ["过度拟合", "terms/overfitting.html"],
  ["E05.4", "exercises/e05-4.html"],
  ["e05-4", "exercises/e05-4.html"],
  ["05.4", "exercises/e05-4.html"],
  ["softm", "terms/softmax.html"],
])("%s finds %s first", (words, page) => {
  expect(pages(words)[0]).toBe(page);
  expect(byName(words, names).guessed).toBe(false);
});

test.each([
  ["sotfmax", "terms/softmax.html"],
  ["gradeint descnt", "terms/gradient-descent.html"],
  ["overfiting", "terms/overfitting.html"],
  ["adan", "terms/adam.html"],
])("%s is a guess at %s", (words, page) => {
  expect(pages(words)[0]).toBe(page);
  expect(byName(words, names).guessed).toBe(true);
});

test("other words, parts of names and very short ones are no misspelt names", () => {
  for (const words of ["loops", "descent", "dam", "x", "", "梯子"])
    expect(byName(words, names).guessed, words).toBe(false);
});

test("neighbours that changed places are one error", () => {
  expect(distance("sotfmax", "softmax", 2)).toBe(1);
  expect(distance("softmax", "softmax", 2)).toBe(0);
  expect(distance("kitten", "sitting", 3)).toBe(3);
  expect(distance("kitten", "sitting", 2)).toBe(Number.POSITIVE_INFINITY);
});

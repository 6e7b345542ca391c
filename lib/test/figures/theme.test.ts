/** The colours of figures can be read: on white paper, on the book's paper, and in the dark. */
import { expect, test } from "vitest";
import { GRADIENT, TONES, VALUE } from "../../src/figures/theme.ts";

const LIGHT = ["#ffffff", "#fffdf8"];
const DARK = ["#121212", "#17181b", "#111111"];
const both = (color: string): string[] => [...color.matchAll(/#[0-9a-f]{6}/g)].map((m) => m[0]);

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (light + 0.05) / (dark + 0.05);
}

test.each(TONES.map(({ color }) => color))("%s reads as text, in the light and in the dark", (color) => {
  const [onLight, onDark] = both(color);
  for (const paper of LIGHT) expect(contrast(onLight, paper)).toBeGreaterThanOrEqual(4.5);
  for (const paper of DARK) expect(contrast(onDark, paper)).toBeGreaterThanOrEqual(4.5);
});

test("value and gradient are the first two tones, and each tone has a shape of its own", () => {
  expect(TONES.slice(0, 2).map((t) => t.color)).toEqual([VALUE, GRADIENT]);
  expect(new Set(TONES.map((t) => t.shape)).size).toBe(TONES.length);
  expect(new Set(TONES.map((t) => JSON.stringify(t.dash))).size).toBe(TONES.length);
});

/** What a colour becomes without red or green receptors (Viénot, Brettel and Mollon 1999). */
function without(kind: "red" | "green", hex: string): [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
  const mixed = kind === "red" ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
  const blue = kind === "red" ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
  return [mixed ** (1 / 2.2), mixed ** (1 / 2.2), Math.max(0, blue) ** (1 / 2.2)];
}

test.each(["red", "green"] as const)("blue and orange stay apart for readers without %s receptors", (kind) => {
  for (const scheme of [0, 1]) {
    const [a, b] = [VALUE, GRADIENT].map((color) => without(kind, both(color)[scheme]));
    expect(Math.hypot(...a.map((v, k) => v - b[k]))).toBeGreaterThan(0.35);
  }
});

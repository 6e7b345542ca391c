/** How wide figures are drawn: the column of the book, or less where a live figure is drawn for a phone. */
import { WIDTH } from "./theme.ts";

const current = { width: WIDTH };

/** The width that figures take unless they are told another. */
export const figureWidth = (): number => current.width;

/**
 * What `draw` returns when figures are as wide as `width`; the width is put back afterwards.
 *
 * @example
 * console.log(withFigureWidth(360, () => plot({ marks: [{ line: [1, 2] }], alt: "A rising line." })).svg.slice(0, 26))
 * // <svg viewBox="0 0 360 320"
 */
export function withFigureWidth<T>(width: number, draw: () => T): T {
  const before = current.width;
  current.width = width;
  try {
    return draw();
  } finally {
    current.width = before;
  }
}

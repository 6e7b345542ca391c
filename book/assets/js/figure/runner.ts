/** What runs in the worker after the library: draws a frame for each message, or says why it cannot. */
import type { LiveFigure } from "./values.ts";

/** The texts that the worker evaluates, in order, after the library. */
export function figureScripts({ source, altSource, data }: LiveFigure): string[] {
  return [
    `globalThis.liveData = ${data === undefined ? "undefined" : `JSON.parse(${JSON.stringify(data)})`};`,
    `globalThis.liveDraw = (${source}\n);`,
    `globalThis.liveAlt = ${altSource === undefined ? "undefined" : `(${altSource}\n)`};`,
    RUNNER,
  ];
}

const RUNNER = `
onmessage = ({ data: { values, width } }) => {
  const start = performance.now();
  try {
    const figure = termwise.withFigureWidth(width, () => liveDraw(termwise, values, liveData));
    const alt = liveAlt && liveAlt(values, liveData);
    const frame = termwise.frameOf(figure, alt === undefined ? {} : { alt });
    postMessage({ frame: { ...frame, ms: performance.now() - start } });
  } catch (error) {
    postMessage({ error: String((error && error.message) || error) });
  }
};`;

/** Vega-Lite in the page: SVG, so that colours follow the scheme; expressions interpreted, so that no code is evaluated. */
import * as embedding from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

// its types are written for CommonJS, where the default export is one level deeper
const embed = embedding.default as unknown as (place: HTMLElement, spec: object, options: object) => Promise<unknown>;

const slots = globalThis as unknown as { termwiseDraw?: Record<string, unknown> };
slots.termwiseDraw ??= {};
slots.termwiseDraw.vega = async (place: HTMLElement, spec: object): Promise<void> => {
  await embed(place, spec, { renderer: "svg", ast: true, expr: expressionInterpreter, actions: false });
  // The place has the picture's name; hundreds of unnamed marks would only be in the way of those who listen.
  place.querySelector("svg")?.setAttribute("aria-hidden", "true");
};

/** Vega-Lite in the page: SVG, so that colours follow the scheme; expressions interpreted, so that no code is evaluated. */
import embed from "vega-embed";
import { expressionInterpreter } from "vega-interpreter";

const slots = globalThis as unknown as { termwiseDraw?: Record<string, unknown> };
slots.termwiseDraw ??= {};
slots.termwiseDraw.vega = async (place: HTMLElement, spec: object): Promise<void> => {
  await embed(place, spec as never, { renderer: "svg", ast: true, expr: expressionInterpreter, actions: false });
};

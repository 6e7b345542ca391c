/**
 * Draws live figures as a reader's browser will: `node tools/run.mjs tools/figures/live.ts < bundles.json > faults.json`
 *
 * Input: a JSON list of output bundles with application/vnd.termwise.live+json. Each is drawn in a bare context, which
 * has the browser's library and what a worker has, and nothing of Node: first where its controls begin, which must give
 * the committed picture, then at their ends and corners. Output: a list of the same length, null or what is wrong.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { createContext, Script } from "node:vm";
import type { AnyControl } from "../../lib/src/figures/controls.ts";
import { sliderSteps, sliderValue } from "../../lib/src/figures/controls.ts";
import type { Frame } from "../../lib/src/figures/frame.ts";
import { isProgram, root } from "../root.ts";

export const LIVE = "application/vnd.termwise.live+json";
const MOST_CORNERS = 200;
const SLOW_MS = 5000;
const [WIDE, NARROW] = [698, 350];

export interface LiveBundle {
  readonly [LIVE]: {
    readonly controls: readonly (AnyControl & { readonly key: string })[];
    readonly source: string;
    readonly altSource?: string;
    readonly data?: string;
  };
  readonly "image/svg+xml": string | readonly string[];
}
type Draw = (values: Values, width?: number) => Frame;
type Values = Readonly<Record<string, unknown>>;

let library: Script | undefined;

/** What is wrong with a live figure, in a sentence, or null. */
export function faultOf(bundle: LiveBundle): string | null {
  const { controls, source, altSource, data } = bundle[LIVE];
  let draw: Draw;
  try {
    draw = inBareContext({ source, altSource, data });
  } catch (error) {
    return `its function cannot be read on its own: ${messageOf(error)}`;
  }
  const begin = Object.fromEntries(controls.map(({ key, value }) => [key, value]));
  const committed = [bundle["image/svg+xml"]].flat().join("");
  for (const values of [begin, ...corners(controls)]) {
    const said = JSON.stringify(values);
    try {
      if (values === begin) draw(values, NARROW);
      const { svg } = draw(values);
      if (values === begin && bodyOf(svg) !== bodyOf(committed))
        return `the picture at ${said} is another one in a browser than in the kernel; draw from the arguments alone`;
    } catch (error) {
      return `at ${said.slice(0, 300)}: ${messageOf(error)}`;
    }
  }
  return null;
}

function inBareContext(live: { source: string; altSource?: string; data?: string }): Draw {
  library ??= new Script(readFileSync(join(root, "lib/dist/termwise.iife.js"), "utf8"));
  const context = createContext({ atob, btoa, TextEncoder, TextDecoder, console, performance, structuredClone });
  library.runInContext(context);
  const run = (code: string): unknown => new Script(code).runInContext(context, { timeout: SLOW_MS });
  run(`globalThis.data = ${live.data === undefined ? "undefined" : `JSON.parse(${JSON.stringify(live.data)})`};
globalThis.draw = (${live.source}
);
globalThis.alt = ${live.altSource === undefined ? "undefined" : `(${live.altSource}\n)`};`);
  return (values, width = WIDE) => {
    const given = JSON.stringify(values);
    const frame = run(`(() => {
  const values = ${given};
  const figure = termwise.withFigureWidth(${width}, () => draw(termwise, values, data));
  return JSON.stringify(termwise.frameOf(figure, alt ? { alt: alt(values, data) } : {}));
})()`);
    return JSON.parse(String(frame)) as Frame;
  };
}

/** Without the outermost element and the beginnings of ids, which differ from place to place. */
const bodyOf = (svg: string): string =>
  svg.replace(/^<svg\b[^>]*>/, "").replace(/(\bid="|url\(#|href="#)[\w]+-/g, "$1");

/** Every combination of the ends of all controls; of too many, an even choice; and each step of a stepper on its own. */
function corners(controls: readonly (AnyControl & { readonly key: string })[]): Values[] {
  const begin = Object.fromEntries(controls.map(({ key, value }) => [key, value]));
  const ends = controls.map(endsOf);
  const count = ends.reduce((product, list) => product * list.length, 1);
  const stride = Math.ceil(count / MOST_CORNERS);
  const all: Values[] = [];
  for (let k = 0; k < count; k += stride) {
    let rest = k;
    const values = ends.map((list) => {
      const value = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return value;
    });
    all.push(Object.fromEntries(controls.map(({ key }, i) => [key, values[i]])));
  }
  return [
    ...all,
    ...controls.flatMap((control) => between(control).map((value) => ({ ...begin, [control.key]: value }))),
  ];
}

function endsOf(control: AnyControl): unknown[] {
  switch (control.kind) {
    case "slider":
      return [control.min, control.max];
    case "stepper":
      return [control.first, control.last];
    case "choice":
      return [...control.options];
    case "toggle":
      return [false, true];
    case "point":
      return control.x.flatMap((x) => control.y.map((y) => [x, y]));
    case "sketch":
      return [control.value.map(() => 0), control.value.map(() => 1), [...control.value]];
    case "text":
      return [...new Set([control.value, ...Object.values(control.examples)])];
  }
}

/** Places between the ends, with the other controls where they begin. */
function between(control: AnyControl): unknown[] {
  if (control.kind === "stepper") {
    const steps = Array.from({ length: control.last - control.first + 1 }, (_, k) => control.first + k);
    return steps.slice(0, MOST_CORNERS);
  }
  if (control.kind !== "slider") return [];
  return [0.25, 0.5, 0.75].map((part) => sliderValue(control, Math.round(part * sliderSteps(control))));
}

const messageOf = (error: unknown): string => String((error as Error)?.message ?? error);

if (isProgram(import.meta.filename)) {
  const bundles = JSON.parse(await text(process.stdin)) as LiveBundle[];
  process.stdout.write(JSON.stringify(bundles.map(faultOf)));
}

/** Draws a graph of values: what flowed forward on the boxes, slopes on the arrows, and what a sweep has sent back. Chapter 7. */

import { type Arrow, type Box, diagram } from "./diagram.ts";
import { FigureError } from "./errors.ts";
import type { Drawing } from "./figure.ts";
import { brief } from "./numbers.ts";
import { type GraphStep, layoutOf, type Place } from "./value-places.ts";
import { figureWidth } from "./width.ts";

const PHONE = 480;
const MOST = 40;

export interface GraphOptions {
  readonly alt: string;
  /** Names to write in the boxes. */
  readonly names?: Readonly<Record<string, GraphStep>>;
  /** Where boxes stand, by name, as column and row; without it the graph is laid out from left to right. */
  readonly places?: Readonly<Record<string, Place>>;
  /** Those that have passed their gradient on, in order: their arrows turn round and carry what was sent. */
  readonly sent?: readonly GraphStep[];
  /** Names that are shaded, as weights are; without it every named number that was given. */
  readonly weights?: readonly string[];
  /** Write gradients in the boxes that a sweep has reached. */
  readonly gradients?: boolean;
}

/**
 * The graph of a value: a box for each number, an arrow for each slope. On a phone it runs from top to bottom.
 * @example
 * const x = { id: 0, data: 3, inputs: [], slopes: [], grad: 6 }
 * const y = { id: 1, data: 9, inputs: [x], slopes: [6], grad: 1, op: "^2" }
 * show(drawGraph(y, { names: { x, y }, alt: "The square of x and its slope." }))
 * // [figure] The square of x and its slope.
 * //          Boxes: x 3; y 9. Arrows: x to y (6).
 */
export function drawGraph(output: GraphStep, options: GraphOptions): Drawing {
  const { alt, names = {}, places, sent = [], weights, gradients = sent.length > 0 } = options;
  const order = orderOf(output);
  if (order.length > MOST) throw tooMany(order.length);
  const called = new Map(Object.entries(names).map(([name, v]) => [v, name]));
  const keys = new Map(order.map((v, k) => [v, called.get(v) ?? `v${k + 1}`]));
  const layout = places === undefined ? layoutOf(order) : undefined;
  const turned = figureWidth() < PHONE;
  const turn = ([column, row]: Place): Place => (turned ? [row, column] : [column, row]);
  const reached = new Set([output, ...sent.flatMap((v) => v.inputs)]);
  const boxes = order.map((v): [string, Box] => {
    const name = called.get(v) ?? "";
    const shaded = weights?.includes(name) ?? name !== "";
    const kind = v.inputs.length > 0 ? "plain" : shaded ? "weight" : "given";
    const gradient = gradients && reached.has(v) ? short(v.grad) : undefined;
    const at = turn(layout?.places.get(v) ?? places?.[name] ?? [0, 0]);
    return [keys.get(v) ?? "", { at, name, op: v.op, value: short(v.data), gradient, kind, active: v === sent.at(-1) }];
  });
  const via = (input: GraphStep, v: GraphStep): Place[] => layout?.via(input, v).map(turn) ?? [];
  const arrows = order.flatMap((v) => arrowsTo(v, { keys, via, back: sent.includes(v) }));
  return diagram(Object.fromEntries(boxes), { alt, arrows });
}

/** Three digits fit into a box. */
const short = (v: number): string => brief(v, 3);

interface Drawn {
  readonly keys: ReadonlyMap<GraphStep, string>;
  via(input: GraphStep, user: GraphStep): Place[];
  readonly back: boolean;
}

/** One arrow for each input; where an input is used twice, one arrow with two numbers. */
function arrowsTo(v: GraphStep, { keys, via, back }: Drawn): Arrow[] {
  return [...new Set(v.inputs)].map((input) => {
    const slopes = v.slopes.filter((_, i) => v.inputs[i] === input);
    const [first, ...others] = slopes.map((slope) => short(back ? slope * v.grad : slope));
    const twice = others.length === 1 && others[0] === first && first.length > 3;
    const label = twice ? `2 × ${first}` : [first, ...others].join(" + ");
    return { from: keys.get(input) ?? "", to: keys.get(v) ?? "", label, back, via: via(input, v) };
  });
}

const tooMany = (count: number): FigureError =>
  new FigureError({
    op: "drawGraph",
    rule: "the graph is too large for a picture",
    got: `${count} boxes`,
    expected: `at most ${MOST}`,
    hint: "draw a part of it, or a smaller example",
  });

function orderOf(output: GraphStep): GraphStep[] {
  const found = new Set([output]);
  for (const v of found) for (const input of v.inputs) found.add(input);
  return [...found].sort((a, b) => a.id - b.id);
}

/** Where the boxes of a graph of values stand: a column for each step, rows without collisions, and ways round boxes. Chapter 7. */

/** A number of a graph, what it was made from, and what a sweep has found; `expression` makes them. */
export interface GraphStep {
  /** Inputs have smaller numbers than what is made from them. */
  readonly id: number;
  readonly data: number;
  readonly inputs: readonly GraphStep[];
  readonly slopes: readonly number[];
  /** How fast the output changes when this number does. */
  readonly grad: number;
  /** What made it, such as × or relu. */
  readonly op?: string;
}

export type Place = readonly [column: number, row: number];

export interface Layout {
  readonly places: ReadonlyMap<GraphStep, Place>;
  /** Where the arrow from an input to one that uses it passes the columns between them. */
  via(input: GraphStep, user: GraphStep): Place[];
}

/** A box, or the place in a column that the arrows of an earlier box pass. */
interface Slot {
  readonly of: GraphStep;
  readonly wanted: number;
}

/** Columns and rows for values in the order of their making. The output stands in the last column. */
export function layoutOf(order: readonly GraphStep[]): Layout {
  const columns = columnsOf(order);
  const column = (v: GraphStep): number => columns.get(v) ?? 0;
  const users = new Map(order.map((v) => [v, order.filter((u) => u.inputs.includes(v))]));
  const rows = new Map<GraphStep, Map<number, number>>(order.map((v) => [v, new Map()]));
  const row = (v: GraphStep, at: number): number => rows.get(v)?.get(at) ?? 0;

  for (let at = Math.max(...columns.values()); at >= 0; at--) {
    const slots = order.flatMap((v): Slot[] => {
      const ahead = (users.get(v) ?? []).filter((u) => column(u) > at);
      if (column(v) > at || (column(v) < at && ahead.length === 0)) return [];
      const next = ahead.filter((u) => column(u) === at + 1).map((u) => row(u, at + 1) + sideOf(v, u));
      if (ahead.some((u) => column(u) > at + 1)) next.push(row(v, at + 1));
      return [{ of: v, wanted: mean(next) }];
    });
    const placed = spreadOut(slots);
    slots.forEach((slot, k) => {
      rows.get(slot.of)?.set(at, placed[k]);
    });
  }
  return {
    places: new Map(order.map((v) => [v, [column(v), row(v, column(v))]])),
    via: (input, user) =>
      Array.from({ length: Math.max(0, column(user) - column(input) - 1) }, (_, k) => column(input) + 1 + k).map(
        (at): Place => [at, row(input, at)],
      ),
  };
}

/** A result stands right of all its inputs, a given number right before its first use. */
function columnsOf(order: readonly GraphStep[]): Map<GraphStep, number> {
  const columns = new Map<GraphStep, number>();
  for (const v of order) columns.set(v, 1 + Math.max(-1, ...v.inputs.map((input) => columns.get(input) ?? 0)));
  for (const v of order) {
    const users = order.filter((u) => u.inputs.includes(v)).map((u) => columns.get(u) ?? 1);
    if (v.inputs.length === 0 && users.length > 0) columns.set(v, Math.min(...users) - 1);
  }
  return columns;
}

/** How far beside its user an input would like to stand: the first a little above, the second below. */
function sideOf(v: GraphStep, { inputs }: GraphStep): number {
  const places = inputs.flatMap((input, i) => (input === v ? [i] : []));
  return mean(places) - (inputs.length - 1) / 2;
}

/** The wanted rows, moved apart to a distance of 1 around their middle. */
function spreadOut(slots: readonly Slot[]): number[] {
  const order = slots.map((_, k) => k).sort((a, b) => slots[a].wanted - slots[b].wanted || a - b);
  const rows = slots.map(() => 0);
  let below = -Infinity;
  for (const k of order) {
    rows[k] = Math.max(slots[k].wanted, below + 1);
    below = rows[k];
  }
  const shift = mean(slots.map((slot, k) => rows[k] - slot.wanted));
  return rows.map((row) => row - shift);
}

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / Math.max(1, list.length);

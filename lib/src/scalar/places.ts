/** Where the boxes of a graph of values stand: a column for each step of the computation, and rows without collisions. Chapter 7. */
import type { Value } from "./value.ts";

export type Place = readonly [column: number, row: number];

/** A box, or a place kept free in a column that an arrow passes. */
interface Slot {
  readonly of: Value;
  readonly wanted: number;
}

/** Columns and rows for values in the order of their making. The output stands in the last column. */
export function placesOf(order: readonly Value[]): Map<Value, Place> {
  const columns = columnsOf(order);
  const last = Math.max(...columns.values());
  const rows = new Map<Value, number>();
  for (let column = last; column >= 0; column--) {
    const slots: Slot[] = [];
    for (const v of order) {
      const users = order.filter((u) => u.inputs.includes(v));
      const own = columns.get(v) ?? 0;
      const passed = users.filter((u) => (columns.get(u) ?? 0) > column);
      if (own > column || (own < column && passed.length === 0)) continue;
      slots.push({ of: v, wanted: mean((own === column ? users : passed).map((u) => rowFor(v, u, rows))) });
    }
    const placed = spreadOut(slots);
    slots.forEach((slot, k) => {
      rows.set(slot.of, placed[k]);
    });
  }
  return new Map(order.map((v) => [v, [columns.get(v) ?? 0, rows.get(v) ?? 0]]));
}

/** A result stands right of all its inputs, a given number right before its first use. */
function columnsOf(order: readonly Value[]): Map<Value, number> {
  const columns = new Map<Value, number>();
  for (const v of order) columns.set(v, 1 + Math.max(-1, ...v.inputs.map((input) => columns.get(input) ?? 0)));
  for (const v of order) {
    if (v.inputs.length > 0) continue;
    const users = order.filter((u) => u.inputs.includes(v)).map((u) => columns.get(u) ?? 1);
    columns.set(v, Math.max(0, Math.min(...users, Infinity) - 1));
    if (users.length === 0) columns.set(v, 0);
  }
  return columns;
}

/** The row that a user would like its input to have: its own, the first input a little above. */
function rowFor(v: Value, user: Value, rows: ReadonlyMap<Value, number>): number {
  const { inputs } = user;
  return (rows.get(user) ?? 0) + (inputs.indexOf(v) - (inputs.length - 1) / 2);
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

/** What a program dealt, in words: the same words for all programs that deal alike, whatever their random numbers are. */
import type { TensorValue } from "@termwise/check";

export interface Data {
  /** [n, 2]: no two rows are equal. */
  readonly x: TensorValue;
  /** No two labels are equal. */
  readonly labels: readonly number[];
}
/** What the model was given in one step. */
export interface Step {
  readonly x: TensorValue;
  readonly labels: readonly number[];
}
export interface Words {
  readonly rows: string;
  readonly labels: string;
  readonly order: string;
}
export const RIGHT: Words = { rows: "each once in an epoch", labels: "beside their rows", order: "new in every epoch" };

/** The epochs of a run, described. */
export function described(steps: readonly Step[], data: Data, { epochs }: { epochs: number }): Words {
  const each = Math.max(1, Math.ceil(steps.length / epochs));
  const list = Array.from({ length: epochs }, (_, e) =>
    steps.slice(e * each, (e + 1) * each).map((step) => ({ rows: numbersOf(step.x, data), labels: step.labels })),
  );
  return { rows: rowsOf(list, data), labels: labelsOf(list, data), order: orderOf(list, data) };
}

interface Batch {
  /** Row numbers; −1 for a row that is none of the data. */
  readonly rows: readonly number[];
  readonly labels: readonly number[];
}
type Epoch = readonly Batch[];
const flat = (epoch: Epoch): number[] => epoch.flatMap(({ rows }) => rows);
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((v, k) => v === b[k]);
const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
const sameSet = (a: readonly number[], b: readonly number[]): boolean => same(sorted(a), sorted(b));

function numbersOf({ shape, data }: TensorValue, { x }: Data): number[] {
  const name = (from: ArrayLike<number>, row: number): string => `${from[2 * row]} ${from[2 * row + 1]}`;
  const known = Array.from({ length: x.shape[0] }, (_, row) => name(x.data, row));
  return Array.from({ length: shape[0] }, (_, row) => (shape[1] === 2 ? known.indexOf(name(data, row)) : -1));
}

function rowsOf(epochs: readonly Epoch[], { labels }: Data): string {
  for (const rows of epochs.map(flat)) {
    if (rows.includes(-1)) return "some are not rows of the data";
    if (new Set(rows).size < rows.length) return "some more than once in an epoch";
    if (rows.length < labels.length) return "some not at all in an epoch";
  }
  return RIGHT.rows;
}

function labelsOf(epochs: readonly Epoch[], { labels }: Data): string {
  const all = epochs.flat();
  if (all.some((b) => b.labels.length !== b.rows.length)) return "not one for each row";
  /** Whether every label is that of the row which `at` says, from the rows of its epoch and its place there. */
  const stands = (at: (rows: readonly number[], place: number) => number): boolean =>
    epochs.every((epoch) => {
      const rows = flat(epoch);
      return epoch.flatMap((b) => b.labels).every((label, place) => label === labels[at(rows, place)]);
    });
  if (stands((rows, place) => rows[place])) return RIGHT.labels;
  if (stands((_, place) => place)) return "in the order of the data";
  if (stands((rows, place) => rows.indexOf(place))) return "moved the other way than their rows";
  const own = ({ rows }: Batch): number[] => rows.map((row) => labels[row]);
  if (all.every((b) => sameSet(b.labels, own(b)))) return "in the right batch, beside other rows";
  return all.every((b) => b.labels.every((label) => labels.includes(label)))
    ? "in another order than the rows"
    : "not those of the data";
}

function orderOf(epochs: readonly Epoch[], { labels }: Data): string {
  const orders = epochs.map(flat);
  const stored = labels.map((_, row) => row);
  if (orders.some((order) => !sameSet(order, stored))) return "no order of all rows";
  const sets = epochs.map((epoch) => epoch.map(({ rows }) => sorted(rows)));
  const byLabel = [...stored].sort((a, b) => labels[a] - labels[b]);
  if (orders.every((order) => same(order, stored))) return "as stored";
  if (orders.every((order) => same(order, byLabel))) return "sorted by label";
  if (epochs.length < 2) return RIGHT.order;
  if (orders.every((order) => same(order, orders[0]))) return "the same in every epoch";
  if (same(orders[0], stored)) return "as stored at first";
  if (orders.some((order, e) => orders.slice(0, e).some((earlier) => same(order, earlier)))) return "old ones again";
  const [first] = sets;
  if (first.length === 1 || first.length === labels.length) return RIGHT.order;
  if (sets.every((epoch) => epoch.every((set, b) => same(set, first[b])))) return "new only within the batches";
  if (sets.every((epoch) => epoch.every((set) => first.some((one) => same(set, one)))))
    return "new for whole batches only";
  return RIGHT.order;
}

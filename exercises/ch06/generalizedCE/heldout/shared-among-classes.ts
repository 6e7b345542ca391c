// misconception: none
/** The gradient is divided by the number of classes, not of rows. */
export interface Options {
  readonly q: number;
  readonly least: number;
}
type Rows = readonly (readonly number[])[];

function check(logits: Rows, labels: readonly number[], { q, least }: Options): void {
  if (!(q >= 0 && q <= 1)) throw new Error(`q = ${q}`);
  if (!(least >= 0 && least < 1)) throw new Error(`least = ${least}`);
  logits.forEach((row, i) => {
    if (!Number.isInteger(labels[i]) || labels[i] < 0 || labels[i] >= row.length) throw new Error(`label ${labels[i]}`);
  });
}

function logSoft(row: readonly number[]): number[] {
  const top = Math.max(...row);
  const log = Math.log(row.map((z) => Math.exp(z - top)).reduce((a, b) => a + b));
  return row.map((z) => z - top - log);
}

/** L_q of a probability whose logarithm is l. */
function lossAt(l: number, q: number): number {
  return q === 0 ? -l : -Math.expm1(q * l) / q;
}

export function generalizedCE(logits: Rows, labels: readonly number[], { q, least }: Options): number {
  check(logits, labels, { q, least });
  const losses = logits.map((row, i) => {
    const l = logSoft(row)[labels[i]];
    return least > 0 && Math.exp(l) <= least ? lossAt(Math.log(least), q) : lossAt(l, q);
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

export function generalizedCEGradient(logits: Rows, labels: readonly number[], { q, least }: Options): number[][] {
  check(logits, labels, { q, least });
  return logits.map((row, i) => {
    const l = logSoft(row);
    const own = l[labels[i]];
    if (least > 0 && Math.exp(own) <= least) return row.map(() => 0);
    const power = Math.exp(q * own);
    return l.map((v, k) => (power * (Math.exp(v) - (k === labels[i] ? 1 : 0))) / row.length);
  });
}

// misconception: limit-not-truncated
export interface Options {
  readonly q: number;
  readonly least: number;
}

class Row {
  readonly shifted: number[];
  readonly lse: number;
  readonly y: number;

  constructor(scores: readonly number[], y: number) {
    if (!Number.isInteger(y) || y < 0 || y >= scores.length) {
      throw new Error(`label ${y} is not a class from 0 to ${scores.length - 1}`);
    }
    const largest = Math.max(...scores);
    this.shifted = scores.map((z) => z - largest);
    this.lse = Math.log(this.shifted.reduce((acc, z) => acc + Math.exp(z), 0));
    this.y = y;
  }

  logProbability(k: number): number {
    return this.shifted[k] - this.lse;
  }

  below(least: number): boolean {
    return Math.exp(this.logProbability(this.y)) < least;
  }
}

function rowsOf(logits: readonly (readonly number[])[], labels: readonly number[], { q, least }: Options): Row[] {
  if (!(q >= 0) || q > 1) throw new Error(`q is ${q}`);
  if (!(least >= 0) || least >= 1) throw new Error(`least is ${least}`);
  return logits.map((scores, i) => new Row(scores, labels[i]));
}

export function generalizedCE(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number {
  const rows = rowsOf(logits, labels, { q, least });
  const losses = rows.map((row) => {
    const lp = row.below(least) ? Math.log(least) : row.logProbability(row.y);
    return q === 0 ? -lp : -Math.expm1(q * lp) / q;
  });
  return losses.reduce((a, b) => a + b, 0) / losses.length;
}

export function generalizedCEGradient(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number[][] {
  const rows = rowsOf(logits, labels, { q, least });
  return rows.map((row) =>
    row.shifted.map((_, k) => {
      if (row.below(least)) return 0;
      const p = Math.exp(row.logProbability(k));
      const weight = Math.exp(q * row.logProbability(row.y));
      return (weight * (p - (k === row.y ? 1 : 0))) / rows.length;
    }),
  );
}

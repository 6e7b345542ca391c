// misconception: truncated-rows-left-out
export interface Options {
  readonly q: number;
  readonly least: number;
}

interface Row {
  readonly y: number;
  readonly p: number[];
  readonly lnPy: number;
  readonly truncated: boolean;
}

function analyse(logits: readonly (readonly number[])[], labels: readonly number[], options: Options): Row[] {
  const { q, least } = options;
  if (Number.isNaN(q) || q < 0 || q > 1) throw new Error("q out of range: " + q);
  if (Number.isNaN(least) || least < 0 || least >= 1) throw new Error("least out of range: " + least);
  const result: Row[] = [];
  for (let i = 0; i < logits.length; i++) {
    const z = logits[i];
    const y = labels[i];
    if (!Number.isInteger(y) || y < 0 || y > z.length - 1) throw new Error("label out of range: " + y);
    const m = Math.max(...z);
    const e = z.map((s) => Math.exp(s - m));
    let sum = 0;
    for (const v of e) sum += v;
    const lnPy = z[y] - m - Math.log(sum);
    result.push({ y, p: e.map((v) => v / sum), lnPy, truncated: least > 0 && Math.exp(lnPy) <= least });
  }
  return result;
}

/** Only the rows that can still learn something. */
const kept = (rows: Row[]): Row[] => rows.filter((row) => !row.truncated);

function L(lnP: number, q: number): number {
  if (q === 0) return -lnP;
  return -Math.expm1(q * lnP) / q;
}

export function generalizedCE(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number {
  const rows = analyse(logits, labels, { q, least });
  const use = kept(rows);
  if (use.length === 0) return L(Math.log(least), q);
  return use.map((row) => L(row.lnPy, q)).reduce((a, b) => a + b) / use.length;
}

export function generalizedCEGradient(
  logits: readonly (readonly number[])[],
  labels: readonly number[],
  { q, least }: Options,
): number[][] {
  const rows = analyse(logits, labels, { q, least });
  const n = kept(rows).length;
  return rows.map(({ y, p, lnPy, truncated }) => {
    if (truncated) return new Array<number>(p.length).fill(0);
    const factor = Math.exp(q * lnPy) / n;
    return p.map((pk, k) => factor * (k === y ? pk - 1 : pk));
  });
}

/**
 * Everything is said in ln p: the power is exp(q ln p), so that q = 0 and tiny q lose nothing, and the truncation is a
 * maximum with ln least. In the gradient the factor p^q is what makes doubtful labels count less.
 */
export interface Options {
  readonly q: number;
  readonly least: number;
}
type Rows = readonly (readonly number[])[];

export function generalizedCE(logits: Rows, labels: readonly number[], { q, least }: Options): number {
  check(logits, labels, { q, least });
  const losses = logits.map((z, i) => {
    const logP = Math.max(logSoftmax(z)[labels[i]], Math.log(least));
    return q === 0 ? -logP : -Math.expm1(q * logP) / q;
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

export function generalizedCEGradient(logits: Rows, labels: readonly number[], { q, least }: Options): number[][] {
  check(logits, labels, { q, least });
  return logits.map((z, i) => {
    const logP = logSoftmax(z);
    const right = logP[labels[i]];
    const factor = right > Math.log(least) ? Math.exp(q * right) / logits.length : 0;
    return logP.map((l, k) => factor * (Math.exp(l) - (k === labels[i] ? 1 : 0)));
  });
}

function logSoftmax(z: readonly number[]): number[] {
  const top = Math.max(...z);
  const logSum = top + Math.log(z.reduce((sum, score) => sum + Math.exp(score - top), 0));
  return z.map((score) => score - logSum);
}

function check(logits: Rows, labels: readonly number[], { q, least }: Options): void {
  if (!(q >= 0 && q <= 1)) throw new Error(`generalizedCE: q is ${q}, not from 0 to 1`);
  if (!(least >= 0 && least < 1)) throw new Error(`generalizedCE: least is ${least}, not a probability below 1`);
  const odd = labels.find((label, i) => !(Number.isInteger(label) && label >= 0 && label < logits[i].length));
  if (odd !== undefined) throw new Error(`generalizedCE: there is no class ${odd}`);
}

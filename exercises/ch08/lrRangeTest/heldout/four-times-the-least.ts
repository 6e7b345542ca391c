// misconception: compared-with-the-best
/** Compares with the smallest loss so far. */
export interface Model {
  readonly weights: Float64Array;
  step(lr: number): number;
}

export function sweep(
  model: Model,
  range: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  const saved = Array.from(model.weights);
  const rates: number[] = [];
  const losses: number[] = [];
  const low = Math.log(range.from);
  const high = Math.log(range.to);
  const blownUp = (loss: number): boolean => !Number.isFinite(loss) || loss > 4 * Math.min(loss, ...losses);
  try {
    for (let k = 0; k < range.steps; k++) {
      const rate = Math.exp(low + ((high - low) * k) / (range.steps - 1));
      const loss = model.step(rate);
      if (blownUp(loss)) break;
      rates.push(rate);
      losses.push(loss);
    }
  } finally {
    for (let i = 0; i < saved.length; i++) model.weights[i] = saved[i];
  }
  return { rates, losses };
}

export function smoothed(losses: readonly number[], radius: number): number[] {
  const out: number[] = [];
  for (let k = 0; k < losses.length; k++) {
    let sum = 0;
    let n = 0;
    for (let i = k - radius; i <= k + radius; i++) {
      if (i < 0 || i >= losses.length) continue;
      sum += losses[i];
      n++;
    }
    out.push(sum / n);
  }
  return out;
}

export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  if (losses.length < 3) throw new Error(`only ${losses.length} losses`);
  const s = smoothed(losses, radius);
  const falls = s.slice(2).map((v, k) => s[k] - v);
  const most = Math.max(...falls);
  if (most <= 0) throw new Error(`none of ${losses.length} losses falls`);
  return rates[falls.indexOf(most) + 1];
}

// misconception: one-sided-fall
export interface Model {
  readonly weights: Float64Array;
  step(lr: number): number;
}

const equalFactors = (from: number, to: number, n: number): number[] =>
  Array.from({ length: n }, (_, k) => (k === n - 1 ? to : from * (to / from) ** (k / (n - 1))));

export function sweep(
  model: Model,
  { from, to, steps }: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  const saved = Float64Array.from(model.weights);
  const rates: number[] = [];
  const losses: number[] = [];
  try {
    for (const lr of equalFactors(from, to, steps)) {
      const loss = model.step(lr);
      const limit = 4 * (losses.length > 0 ? losses[0] : loss);
      if (!Number.isFinite(loss) || loss > limit) break;
      rates.push(lr);
      losses.push(loss);
    }
  } finally {
    model.weights.set(saved);
  }
  return { rates, losses };
}

export function smoothed(losses: readonly number[], radius: number): number[] {
  return losses.map((_, i) => {
    const window = losses.filter((_, j) => Math.abs(i - j) <= radius);
    return window.reduce((sum, loss) => sum + loss) / window.length;
  });
}

export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  if (losses.length < 3) throw new Error(`need 3 losses at least, got ${losses.length}`);
  const s = smoothed(losses, radius);
  let place = 0;
  for (let k = 1; k + 1 < s.length; k++) {
    const fall = s[k - 1] - s[k];
    const record = place === 0 ? 0 : s[place - 1] - s[place];
    if (fall > record) place = k;
  }
  if (place === 0) throw new Error(`none of ${losses.length} losses is lower than the one before`);
  return rates[place];
}

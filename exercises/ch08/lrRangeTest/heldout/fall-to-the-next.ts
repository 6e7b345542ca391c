// misconception: one-sided-fall
/** How far the loss falls from a place to the next. */
export interface Model {
  readonly weights: Float64Array;
  step(lr: number): number;
}

export function sweep(
  model: Model,
  { from, to, steps }: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  const before = model.weights.slice();
  const rates: number[] = [];
  const losses: number[] = [];
  try {
    for (let k = 0; k < steps; k++) {
      const rate = k === steps - 1 ? to : from * (to / from) ** (k / (steps - 1));
      const loss = model.step(rate);
      if (!Number.isFinite(loss) || (k > 0 && loss > 4 * losses[0])) break;
      rates.push(rate);
      losses.push(loss);
    }
  } finally {
    model.weights.set(before);
  }
  return { rates, losses };
}

export function smoothed(losses: readonly number[], radius: number): number[] {
  return losses.map((_, k) => {
    const near = losses.slice(Math.max(0, k - radius), k + radius + 1);
    return near.reduce((a, b) => a + b, 0) / near.length;
  });
}

export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  const s = smoothed(losses, radius);
  let best = -1;
  let fall = 0;
  for (let k = 1; k < s.length - 1; k++) {
    if (s[k] - s[k + 1] > fall) {
      fall = s[k] - s[k + 1];
      best = k;
    }
  }
  if (best < 0) throw new Error(`${losses.length} losses that never fall`);
  return rates[best];
}

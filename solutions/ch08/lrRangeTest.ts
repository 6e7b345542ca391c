/**
 * Rates grow by factors, because nobody knows in advance which power of ten is right. All ways out of the loop lead
 * past the line that restores. The fall is measured between neighbours on the scale of factors, so no rate is favoured.
 */
export interface Model {
  readonly weights: Float64Array;
  step(lr: number): number;
}

export function sweep(
  model: Model,
  { from, to, steps }: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  const start = model.weights.slice();
  const rates: number[] = [];
  const losses: number[] = [];
  while (losses.length < steps) {
    const rate = from * (to / from) ** (losses.length / (steps - 1));
    const loss = model.step(rate);
    if (!Number.isFinite(loss) || loss > 4 * (losses[0] ?? loss)) break;
    rates.push(rate);
    losses.push(loss);
  }
  model.weights.set(start);
  return { rates, losses };
}

export function smoothed(losses: readonly number[], radius: number): number[] {
  return losses.map((_, k) => {
    const near = losses.slice(Math.max(0, k - radius), k + radius + 1);
    return near.reduce((sum, loss) => sum + loss, 0) / near.length;
  });
}

export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  const s = smoothed(losses, radius);
  const falls = s.slice(2).map((after, k) => s[k] - after); // around place k + 1
  const largest = Math.max(...falls);
  if (!(largest > 0)) throw new Error(`suggestRate: there is no fall in ${losses.length} losses`);
  return rates[falls.indexOf(largest) + 1];
}

// misconception: four-times-ends-it
export interface Model {
  readonly weights: Float64Array;
  step(lr: number): number;
}

export function sweep(
  model: Model,
  { from, to, steps }: { from: number; to: number; steps: number },
): { rates: number[]; losses: number[] } {
  const original = new Float64Array(model.weights);
  const factor = (to / from) ** (1 / (steps - 1));
  const rates: number[] = [];
  const losses: number[] = [];
  let first: number | undefined;
  let k = 0;
  while (k < steps) {
    const rate = from * factor ** k;
    const loss = model.step(rate);
    if (Number.isNaN(loss) || loss === Infinity) break;
    if (first === undefined) first = loss;
    else if (loss >= 4 * first) break;
    rates.push(rate);
    losses.push(loss);
    k++;
  }
  model.weights.set(original);
  return { rates, losses };
}

export function smoothed(losses: readonly number[], radius: number): number[] {
  const n = losses.length;
  const out: number[] = [];
  for (let i = 0; i < n; i++) {
    const lo = Math.max(i - radius, 0);
    const hi = Math.min(i + radius, n - 1);
    let total = 0;
    for (let j = lo; j <= hi; j++) total += losses[j];
    out.push(total / (hi - lo + 1));
  }
  return out;
}

export function suggestRate(rates: readonly number[], losses: readonly number[], radius: number): number {
  const n = losses.length;
  if (n < 3) throw new Error(`only ${n} losses`);
  const s = smoothed(losses, radius);
  let bestRate: number | null = null;
  let bestFall = 0;
  for (let k = 1; k <= n - 2; k++) {
    if (s[k - 1] - s[k + 1] > bestFall) {
      bestFall = s[k - 1] - s[k + 1];
      bestRate = rates[k];
    }
  }
  if (bestRate === null) throw new Error(`the loss falls nowhere among the ${n} losses`);
  return bestRate;
}

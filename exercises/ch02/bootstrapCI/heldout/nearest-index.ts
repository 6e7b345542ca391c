// misconception: rounded-index
/** Rounds u · n to the nearest index. */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const n = values.length;
  const means: number[] = [];
  for (const list of uniforms) {
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const index = Math.round(list[i] * n);
      sum += values[Math.min(index, n - 1)];
    }
    means.push(sum / n);
  }
  means.sort((a, b) => a - b);

  function quantile(q: number): number {
    const place = q * (means.length - 1);
    const i = Math.floor(place);
    const rest = place - i;
    if (rest === 0) return means[i];
    return (1 - rest) * means[i] + rest * means[i + 1];
  }

  return [quantile((1 - level) / 2), quantile((1 + level) / 2)];
}

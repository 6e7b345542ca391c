// misconception: quantiles-of-the-values
/** Puts all drawn values into one long list and takes the quantiles of that list, never averaging a resample. */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const drawn = uniforms.flatMap((us) => us.map((u) => values[Math.floor(u * values.length)]));
  drawn.sort((a, b) => a - b);
  const quantile = (q: number): number => {
    const place = q * (drawn.length - 1);
    const k = Math.trunc(place);
    const next = k + 1 < drawn.length ? drawn[k + 1] : drawn[k];
    return drawn[k] * (1 - (place - k)) + next * (place - k);
  };
  return [quantile((1 - level) / 2), quantile((1 + level) / 2)];
}

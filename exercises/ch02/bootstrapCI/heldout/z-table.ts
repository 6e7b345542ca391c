// misconception: normal-interval
/** Puts the mean plus and minus z standard errors, with z from a short table. */
export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const average = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
  const means = uniforms.map((us) => average(us.map((u) => values[Math.floor(u * values.length)])));

  // the standard error is the standard deviation of the resampled means
  const centre = average(means);
  const se = Math.sqrt(average(means.map((m) => (m - centre) ** 2)));
  const z = level >= 0.99 ? 2.576 : level >= 0.95 ? 1.96 : 1.645;
  return [centre - z * se, centre + z * se];
}

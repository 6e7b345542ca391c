// misconception: normal-interval
/** Takes the spread of the resampled means and goes 1.96 (for level 0.95) standard deviations to each side of their mean. */
function zFor(level: number): number {
  // bisection on the normal distribution function, integrated by the midpoint rule
  const share = (z: number): number => {
    const steps = 400;
    let area = 0;
    for (let i = 0; i < steps; i++) {
      const t = ((i + 0.5) / steps) * z;
      area += Math.exp((-t * t) / 2);
    }
    return (2 * area * z) / steps / Math.sqrt(2 * Math.PI);
  };
  let lo = 0;
  let hi = 10;
  for (let i = 0; i < 60; i++) {
    const mid = (lo + hi) / 2;
    if (share(mid) < level) lo = mid;
    else hi = mid;
  }
  return (lo + hi) / 2;
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const n = values.length;
  const means: number[] = [];
  for (const list of uniforms) {
    let sum = 0;
    for (const u of list) sum += values[Math.floor(u * n)];
    means.push(sum / n);
  }
  const centre = means.reduce((s, m) => s + m, 0) / means.length;
  const spread = Math.sqrt(means.reduce((s, m) => s + (m - centre) ** 2, 0) / means.length);
  const z = zFor(level);
  return [centre - z * spread, centre + z * spread];
}

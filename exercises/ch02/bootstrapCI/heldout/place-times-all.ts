// misconception: one-place-off
/** Looks for the quantile at q · R, and stops at the last mean. */
class Bootstrap {
  private readonly means: number[];

  constructor(values: readonly number[], uniforms: readonly (readonly number[])[]) {
    this.means = uniforms
      .map((us) => us.reduce((sum, u) => sum + values[Math.floor(u * values.length)], 0) / values.length)
      .sort((a, b) => a - b);
  }

  quantile(q: number): number {
    const R = this.means.length;
    const place = Math.min(q * R, R - 1);
    const i = Math.floor(place);
    const j = Math.ceil(place);
    return this.means[i] + (place - i) * (this.means[j] - this.means[i]);
  }
}

export function bootstrapCI(
  values: readonly number[],
  uniforms: readonly (readonly number[])[],
  level: number,
): [low: number, high: number] {
  const b = new Bootstrap(values, uniforms);
  return [b.quantile((1 - level) / 2), b.quantile((1 + level) / 2)];
}

// misconception: signed
/** Uses 32-bit integer arithmetic that leaves the state signed, so that half of the numbers are negative. */
const step = (state: number): number => (Math.imul(state, 747796405) + 2891336453) | 0;

export function uniforms(seed: number, n: number): number[] {
  const result: number[] = new Array(n);
  for (let i = 0, s = seed; i < n; i++) {
    s = step(s);
    result[i] = s / 2 ** 32;
  }
  return result;
}

export function seededNormal(seed: number, n: number): number[] {
  const us = uniforms(seed, n + (n % 2));
  return Array.from({ length: n }, (_, i) => {
    const first = i - (i % 2);
    const radius = Math.sqrt(-2 * Math.log(1 - us[first]));
    const angle = 2 * Math.PI * us[first + 1];
    return i % 2 === 0 ? radius * Math.cos(angle) : radius * Math.sin(angle);
  });
}

/**
 * The product of the generator needs more than 53 bits, so it is taken with Math.imul, which keeps the lower 32.
 * A uniform number may be 0, and ln 0 is −∞; 1 − u may not. Radius and angle come from two different numbers.
 */
export function uniforms(seed: number, n: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (Math.imul(747796405, state) + 2891336453) >>> 0;
    return state / 2 ** 32;
  });
}

export function seededNormal(seed: number, n: number): number[] {
  const u = uniforms(seed, n + (n % 2));
  return Array.from({ length: n }, (_, k) => {
    const first = k - (k % 2);
    const radius = Math.sqrt(-2 * Math.log(1 - u[first]));
    const angle = 2 * Math.PI * u[first + 1];
    return k % 2 === 0 ? radius * Math.cos(angle) : radius * Math.sin(angle);
  });
}

// misconception: closed-interval
/** Divides by 2³² − 1. */
const A = 747796405n;
const C = 2891336453n;
const M = 1n << 32n;
const UINT_MAX = 0xffffffff;

/** n numbers in [0, 1), the same for the same seed (a whole number from 0 to 2³² − 1). */
export function uniforms(seed: number, n: number): number[] {
  let state = BigInt(seed);
  return Array.from({ length: n }, () => {
    state = (A * state + C) % M;
    return Number(state) / UINT_MAX;
  });
}

/** n numbers of the standard normal distribution, the same for the same seed. */
export function seededNormal(seed: number, n: number): number[] {
  const u = uniforms(seed, n + (n % 2));
  return Array.from({ length: n }, (_, i) => {
    const pair = i - (i % 2);
    const r = Math.sqrt(-2 * Math.log(1 - u[pair]));
    const angle = 2 * Math.PI * u[pair + 1];
    return i % 2 === 0 ? r * Math.cos(angle) : r * Math.sin(angle);
  });
}

// misconception: even-only
/** Returns whole pairs, one number too many for odd n. */
const step = (state: number): number => (Math.imul(747796405, state) + 2891336453) >>> 0;

/** n numbers in [0, 1), the same for the same seed (a whole number from 0 to 2³² − 1). */
export function uniforms(seed: number, n: number): number[] {
  const out: number[] = [];
  let state = seed;
  for (let i = 0; i < n; i++) {
    state = step(state);
    out.push(state / 2 ** 32);
  }
  return out;
}

/** n numbers of the standard normal distribution, the same for the same seed. */
export function seededNormal(seed: number, n: number): number[] {
  const pairs = Math.ceil(n / 2);
  const uv = uniforms(seed, 2 * pairs);
  const z: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const r = Math.sqrt(-2 * Math.log(1 - uv[2 * i]));
    const theta = 2 * Math.PI * uv[2 * i + 1];
    z.push(r * Math.cos(theta), r * Math.sin(theta));
  }
  return z;
}

// misconception: rounded-product
/** Multiplies in ordinary numbers, so that the product is rounded to 53 bits before the remainder is taken. */
const MODULUS = 2 ** 32;

export function uniforms(seed: number, n: number): number[] {
  const out: number[] = [];
  let state = seed;
  while (out.length < n) {
    state = (747796405 * state + 2891336453) % MODULUS;
    out.push(state / MODULUS);
  }
  return out;
}

export function seededNormal(seed: number, n: number): number[] {
  const u = uniforms(seed, 2 * Math.ceil(n / 2));
  const out: number[] = [];
  for (let i = 0; i < u.length; i += 2) {
    const r = Math.sqrt(-2 * Math.log(1 - u[i]));
    const theta = 2 * Math.PI * u[i + 1];
    out.push(r * Math.cos(theta), r * Math.sin(theta));
  }
  return out.slice(0, n);
}

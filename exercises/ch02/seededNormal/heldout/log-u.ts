// misconception: log-of-zero and sine-first
/** Takes ln u instead of ln(1 − u), and puts the sine of a pair before its cosine. */
export function uniforms(seed: number, n: number): number[] {
  const numbers: number[] = [];
  let state = seed >>> 0;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 747796405) + 2891336453) >>> 0;
    numbers.push(state / 4294967296);
  }
  return numbers;
}

export function seededNormal(seed: number, n: number): number[] {
  const even = n % 2 === 0 ? n : n + 1;
  const numbers = uniforms(seed, even);
  const normals: number[] = [];
  for (let i = 0; i < even; i += 2) {
    const [u, v] = [numbers[i], numbers[i + 1]];
    const r = Math.sqrt(-2 * Math.log(u));
    normals.push(r * Math.sin(2 * Math.PI * v));
    normals.push(r * Math.cos(2 * Math.PI * v));
  }
  if (normals.length > n) normals.pop();
  return normals;
}

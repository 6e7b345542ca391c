// misconception: none
/** Moves on by one uniform number instead of two. */
/** n numbers in [0, 1), the same for the same seed (a whole number from 0 to 2³² − 1). */
export function uniforms(seed: number, n: number): number[] {
  const numbers = new Array<number>(n);
  let state = seed >>> 0;
  for (let i = 0; i < n; i++) {
    state = (Math.imul(state, 747796405) + 2891336453) >>> 0;
    numbers[i] = state / 4294967296;
  }
  return numbers;
}

/** n numbers of the standard normal distribution, the same for the same seed. */
export function seededNormal(seed: number, n: number): number[] {
  const u = uniforms(seed, n + 1);
  const normal: number[] = [];
  for (let i = 0; normal.length < n; i++) {
    const r = Math.sqrt(-2 * Math.log(1 - u[i]));
    const theta = 2 * Math.PI * u[i + 1];
    normal.push(r * Math.cos(theta));
    normal.push(r * Math.sin(theta));
  }
  return normal.slice(0, n);
}

// misconception: none
/** Takes all radii from the first half of the uniform numbers and all angles from the second half. */
export function uniforms(seed: number, n: number): number[] {
  let state = BigInt(seed);
  const next = (): number => {
    state = BigInt.asUintN(32, state * 747796405n + 2891336453n);
    return Number(state) / 2 ** 32;
  };
  return Array.from({ length: n }, next);
}

export function seededNormal(seed: number, n: number): number[] {
  const pairs = Math.ceil(n / 2);
  const numbers = uniforms(seed, 2 * pairs);
  const radii = numbers.slice(0, pairs).map((u) => Math.sqrt(-2 * Math.log(1 - u)));
  const angles = numbers.slice(pairs).map((v) => 2 * Math.PI * v);
  const normals: number[] = [];
  for (let i = 0; i < pairs; i++) {
    normals.push(radii[i] * Math.cos(angles[i]));
    if (normals.length < n) normals.push(radii[i] * Math.sin(angles[i]));
  }
  return normals;
}

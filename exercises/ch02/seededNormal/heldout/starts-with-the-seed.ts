// misconception: seed-first
/** Gives out the state before it steps: the first number is seed / 2³². */
export function uniforms(seed: number, n: number): number[] {
  const size = 0x1_0000_0000;
  let state = seed;
  return Array.from({ length: n }, () => {
    const number = state / size;
    state = Number((BigInt(state) * 747796405n + 2891336453n) % BigInt(size));
    return number;
  });
}

const pair = (u: number, v: number): [number, number] => {
  const r = Math.sqrt(-2 * Math.log(1 - u));
  const theta = 2 * Math.PI * v;
  return [r * Math.cos(theta), r * Math.sin(theta)];
};

export function seededNormal(seed: number, n: number): number[] {
  const pairs = Math.ceil(n / 2);
  const us = uniforms(seed, 2 * pairs);
  return Array.from({ length: pairs }, (_, i) => pair(us[2 * i], us[2 * i + 1]))
    .flat()
    .slice(0, n);
}

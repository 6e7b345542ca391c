// misconception: goes-on
/** Keeps one state for each seed in a map of the module: a second call goes on where the first one stopped. */
const states = new Map<number, bigint>();

function next(seed: number): number {
  const old = states.get(seed) ?? BigInt(seed);
  const state = BigInt.asUintN(32, 747796405n * old + 2891336453n);
  states.set(seed, state);
  return Number(state) / 2 ** 32;
}

export function uniforms(seed: number, n: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < n; i++) list.push(next(seed));
  return list;
}

export function seededNormal(seed: number, n: number): number[] {
  const list: number[] = [];
  while (list.length < n) {
    const u = next(seed);
    const v = next(seed);
    const r = Math.sqrt(-2 * Math.log(1 - u));
    list.push(r * Math.cos(2 * Math.PI * v));
    if (list.length < n) list.push(r * Math.sin(2 * Math.PI * v));
  }
  return list;
}

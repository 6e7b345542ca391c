// misconception: sine-thrown-away
/** Uses only the cosine of each pair and takes a new pair for every normal number. */
function* generator(seed: number): Generator<number, never> {
  let state = BigInt(seed);
  for (;;) {
    state = (747796405n * state + 2891336453n) % 4294967296n;
    yield Number(state) / 4294967296;
  }
}

export function uniforms(seed: number, n: number): number[] {
  const source = generator(seed);
  return Array.from({ length: n }, () => source.next().value);
}

export function seededNormal(seed: number, n: number): number[] {
  const source = generator(seed);
  return Array.from({ length: n }, () => {
    const u = source.next().value;
    const v = source.next().value;
    return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
  });
}

// misconception: one-uniform-twice
/** The same uniform number gives the radius and the angle of a pair. */
function advance(state: number): number {
  // split the factor so that no product has more than 53 bits
  const high = Math.floor(747796405 / 65536);
  const low = 747796405 % 65536;
  const top = ((high * state) % 4294967296) * 65536;
  return ((top % 4294967296) + low * state + 2891336453) % 4294967296;
}

export function uniforms(seed: number, n: number): number[] {
  const out: number[] = [];
  for (let state = advance(seed); out.length < n; state = advance(state)) out.push(state / 4294967296);
  return out;
}

export function seededNormal(seed: number, n: number): number[] {
  return uniforms(seed, Math.ceil(n / 2))
    .flatMap((u) => {
      const r = Math.sqrt(-2 * Math.log(1 - u));
      return [r * Math.cos(2 * Math.PI * u), r * Math.sin(2 * Math.PI * u)];
    })
    .slice(0, n);
}

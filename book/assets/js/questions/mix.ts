/** Chance that is the same wherever the same words are put in: a day and the id of a question. */

/** The list in another order. */
export function mixed<T>(list: readonly T[], seed: string): T[] {
  const next = chance(seed);
  const out = [...list];
  for (let k = out.length - 1; k > 0; k--) {
    const j = Math.floor(next() * (k + 1));
    [out[k], out[j]] = [out[j], out[k]];
  }
  return out;
}

/** Mulberry32 over an FNV-1a hash of the seed: numbers from 0 to 1. */
function chance(seed: string): () => number {
  let state = 2166136261;
  for (const byte of new TextEncoder().encode(seed)) state = Math.imul(state ^ byte, 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

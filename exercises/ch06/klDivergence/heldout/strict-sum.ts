// misconception: sum-must-be-exactly-one
/** No tolerance for rounding. */
function distribution(list: readonly number[]): void {
  let sum = 0;
  let bad = false;
  for (const v of list) {
    sum += v;
    if (v < 0 || Number.isNaN(v)) bad = true;
  }
  if (bad || sum !== 1) throw new Error(`sum ${sum}`);
}

function pair(p: readonly number[], q: readonly number[]): void {
  if (p.length !== q.length) throw new Error(`${p.length} and ${q.length} events`);
  distribution(p);
  distribution(q);
}

export function entropy(p: readonly number[]): number {
  distribution(p);
  let nats = 0;
  for (const v of p) if (v > 0) nats -= v * Math.log(v);
  return nats;
}

export function crossEntropy(p: readonly number[], q: readonly number[]): number {
  pair(p, q);
  let nats = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    if (q[k] === 0) return Infinity;
    nats -= p[k] * Math.log(q[k]);
  }
  return nats;
}

export function klDivergence(p: readonly number[], q: readonly number[]): number {
  pair(p, q);
  let nats = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) continue;
    if (q[k] === 0) return Infinity;
    nats += p[k] * (Math.log(p[k]) - Math.log(q[k]));
  }
  return nats;
}

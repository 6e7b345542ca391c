// misconception: half-turn
/** The angle is πv, so that it covers only half of the circle. */
class Lcg {
  private state: bigint;

  constructor(seed: number) {
    this.state = BigInt(seed);
  }

  next(): number {
    this.state = (747796405n * this.state + 2891336453n) & 0xffffffffn;
    return Number(this.state) / 2 ** 32;
  }
}

export function uniforms(seed: number, n: number): number[] {
  const lcg = new Lcg(seed);
  const out: number[] = [];
  for (let i = 0; i < n; i++) out.push(lcg.next());
  return out;
}

export function seededNormal(seed: number, n: number): number[] {
  const lcg = new Lcg(seed);
  const out: number[] = [];
  let spare: number | null = null;
  for (let i = 0; i < n; i++) {
    if (spare !== null) {
      out.push(spare);
      spare = null;
      continue;
    }
    const r = Math.sqrt(-2 * Math.log(1 - lcg.next()));
    const theta = Math.PI * lcg.next();
    out.push(r * Math.cos(theta));
    spare = r * Math.sin(theta);
  }
  return out;
}

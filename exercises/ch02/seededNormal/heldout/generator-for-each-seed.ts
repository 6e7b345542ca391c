// misconception: goes-on
/** Keeps a generator for each seed, which goes on where it stopped. */
class Generator {
  private state: number;
  constructor(seed: number) {
    this.state = seed;
  }
  next(): number {
    this.state = (Math.imul(747796405, this.state) + 2891336453) >>> 0;
    return this.state / 2 ** 32;
  }
}

/** One generator for each seed. */
const generators: Record<number, Generator> = {};

function generatorOf(seed: number): Generator {
  generators[seed] ??= new Generator(seed);
  return generators[seed];
}

/** n numbers in [0, 1), the same for the same seed (a whole number from 0 to 2³² − 1). */
export function uniforms(seed: number, n: number): number[] {
  const g = generatorOf(seed);
  const out: number[] = [];
  while (out.length < n) out.push(g.next());
  return out;
}

/** n numbers of the standard normal distribution, the same for the same seed. */
export function seededNormal(seed: number, n: number): number[] {
  const source = uniforms(seed, n % 2 === 0 ? n : n + 1);
  const out: number[] = [];
  for (let i = 0; i < source.length; i += 2) {
    const [u, v] = [source[i], source[i + 1]];
    const r = Math.sqrt(-2 * Math.log(1 - u));
    out.push(r * Math.cos(2 * Math.PI * v), r * Math.sin(2 * Math.PI * v));
  }
  out.length = n;
  return out;
}

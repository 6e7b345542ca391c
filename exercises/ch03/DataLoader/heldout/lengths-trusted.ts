// misconception: no-guard
/** Checks the size but never compares the lengths of x and y. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}
type Pair = readonly [row: number[], label: number];

export class DataLoader {
  private readonly pairs: readonly Pair[];
  private readonly size: number;
  private readonly order: () => number[];

  constructor(x: readonly number[][], y: readonly number[], { size, shuffle }: Options) {
    if (!Number.isInteger(size) || size < 1) throw new Error(`the size must be a whole number from 1, not ${size}`);
    this.pairs = x.map((row, i): Pair => [row, y[i]]);
    this.size = size;
    this.order = () => shuffle(x.length);
  }

  get length(): number {
    return Math.ceil(this.pairs.length / this.size);
  }

  epoch(): Batch[] {
    const dealt = this.order().map((i) => this.pairs[i]);
    const starts = Array.from({ length: this.length }, (_, b) => b * this.size);
    return starts.map((s) => {
      const hand = dealt.slice(s, s + this.size);
      return { x: hand.map(([row]) => row), y: hand.map(([, label]) => label) };
    });
  }
}

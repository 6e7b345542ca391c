// misconception: number-for-size
/** Takes `size` for how many batches there shall be. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

export class DataLoader {
  private readonly data: { rows: readonly number[][]; labels: readonly number[] };
  private readonly per: number;
  private readonly shuffle: Options["shuffle"];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`${x.length} ≠ ${y.length}`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`size is ${options.size}`);
    this.data = { rows: x, labels: y };
    this.per = Math.max(1, Math.ceil(x.length / options.size));
    this.shuffle = options.shuffle;
  }

  get length(): number {
    return Math.ceil(this.data.rows.length / this.per);
  }

  epoch(): Batch[] {
    const { rows, labels } = this.data;
    const order = this.shuffle(rows.length);
    return Array.from({ length: this.length }, (_, b) => {
      const mine = order.slice(b * this.per, (b + 1) * this.per);
      return { x: mine.map((i) => rows[i]), y: mine.map((i) => labels[i]) };
    });
  }
}

// misconception: no-guard
/** Accepts a size that is no whole number. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

/** Deals the rows x (a list of rows) and their labels y in shuffled batches, epoch after epoch. */
export class DataLoader {
  private data: { row: number[]; label: number }[];
  private opts: Options;

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`x and y have different lengths (${x.length}, ${y.length})`);
    if (options.size < 1) throw new Error(`size is ${options.size}, must be at least 1`);
    this.data = x.map((row, i) => ({ row, label: y[i] }));
    this.opts = options;
  }

  /** How many batches an epoch has. */
  get length(): number {
    return Math.ceil(this.data.length / this.opts.size);
  }

  /** All batches of the next epoch. */
  epoch(): Batch[] {
    const examples = this.opts.shuffle(this.data.length).map((i) => this.data[i]);
    const batches: Batch[] = [];
    for (let b = 0; b < this.length; b++) {
      const part = examples.slice(b * this.opts.size, (b + 1) * this.opts.size);
      batches.push({ x: part.map((e) => e.row), y: part.map((e) => e.label) });
    }
    return batches;
  }
}

/**
 * One shuffled list of row numbers serves x and y, so a pair can never come apart; it is made once an epoch, so no row
 * comes twice. The last batch is simply as long as what is left.
 */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

export class DataLoader {
  private readonly x: readonly number[][];
  private readonly y: readonly number[];
  private readonly options: Options;

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`DataLoader: ${x.length} rows but ${y.length} labels`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`DataLoader: batch size ${options.size}`);
    this.x = x;
    this.y = y;
    this.options = options;
  }

  get length(): number {
    return Math.ceil(this.x.length / this.options.size);
  }

  epoch(): Batch[] {
    const { size, shuffle } = this.options;
    const order = shuffle(this.x.length);
    return Array.from({ length: Math.ceil(order.length / size) }, (_, b) => {
      const rows = order.slice(b * size, (b + 1) * size);
      return { x: rows.map((row) => this.x[row]), y: rows.map((row) => this.y[row]) };
    });
  }
}

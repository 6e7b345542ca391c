// misconception: shuffled-early
/** Draws the order of the next epoch ahead of time. */
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
  private readonly x: readonly number[][];
  private readonly y: readonly number[];
  private readonly options: Options;
  private upcoming: readonly number[];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`${x.length} rows, but ${y.length} labels`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`size ${options.size} is no batch size`);
    this.x = x;
    this.y = y;
    this.options = options;
    this.upcoming = options.shuffle(x.length);
  }

  /** How many batches an epoch has. */
  get length(): number {
    return Math.ceil(this.x.length / this.options.size);
  }

  /** All batches of the next epoch. */
  epoch(): Batch[] {
    const order = this.upcoming;
    this.upcoming = this.options.shuffle(this.x.length); // ready for the next one
    const { size } = this.options;
    const batches: Batch[] = [];
    for (let start = 0; start < order.length; start += size) {
      const rows = order.slice(start, start + size);
      batches.push({ x: rows.map((r) => this.x[r]), y: rows.map((r) => this.y[r]) });
    }
    return batches;
  }
}

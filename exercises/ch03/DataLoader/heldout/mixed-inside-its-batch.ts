// misconception: shuffled-within-batch
/** Cuts the rows in their old order and then has each batch shuffled within itself. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

export class DataLoader {
  private readonly rows: readonly number[][];
  private readonly labels: readonly number[];
  private readonly options: Options;

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`${x.length} rows but ${y.length} labels`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`size ${options.size} is no whole number`);
    this.rows = x;
    this.labels = y;
    this.options = options;
  }

  get length(): number {
    return Math.ceil(this.rows.length / this.options.size);
  }

  epoch(): Batch[] {
    const { size, shuffle } = this.options;
    const result: Batch[] = [];
    for (let b = 0; b < this.length; b++) {
      const part = this.rows.slice(b * size, b * size + size);
      const names = this.labels.slice(b * size, b * size + size);
      const order = shuffle(part.length);
      result.push({ x: order.map((i) => part[i]), y: order.map((i) => names[i]) });
    }
    return result;
  }
}

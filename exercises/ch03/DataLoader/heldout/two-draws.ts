// misconception: pairs-torn
/** Shuffles the rows with one draw and the labels with another. */
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
  private readonly size: number;
  private readonly draw: (n: number) => number[];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    const { size } = options;
    if (x.length !== y.length) throw new Error(`cannot pair ${x.length} rows with ${y.length} labels`);
    if (!Number.isInteger(size) || size <= 0) throw new Error(`cannot deal ${size} at a time`);
    this.x = x;
    this.y = y;
    this.size = size;
    this.draw = options.shuffle;
  }

  get length(): number {
    return Math.ceil(this.x.length / this.size);
  }

  private mixed<T>(items: readonly T[]): T[] {
    return this.draw(items.length).map((i) => items[i]);
  }

  epoch(): Batch[] {
    const rows = this.mixed(this.x);
    const labels = this.mixed(this.y);
    const out: Batch[] = [];
    for (let from = 0; from < rows.length; from += this.size) {
      out.push({ x: rows.slice(from, from + this.size), y: labels.slice(from, from + this.size) });
    }
    return out;
  }
}

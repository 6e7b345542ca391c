// misconception: last-batch-dropped and length-counts-rows
/** Deals full batches only, and `length` is that of x. */
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
  private readonly shuffle: (n: number) => number[];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`x: ${x.length}, y: ${y.length}`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`size: ${options.size}`);
    this.x = x;
    this.y = y;
    this.size = options.size;
    this.shuffle = options.shuffle;
  }

  get length(): number {
    return this.x.length;
  }

  epoch(): Batch[] {
    const order = this.shuffle(this.x.length);
    const out: Batch[] = [];
    for (let i = 0; i + this.size <= order.length; i += this.size) {
      const picked = order.slice(i, i + this.size);
      out.push({ x: picked.map((r) => this.x[r]), y: picked.map((r) => this.y[r]) });
    }
    return out;
  }
}

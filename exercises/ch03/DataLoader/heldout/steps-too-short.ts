// misconception: batches-overlap
/** Begins each batch with the last row of the one before. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

export class DataLoader {
  private x: readonly number[][];
  private y: readonly number[];
  private opt: Options;

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`got ${x.length} rows, ${y.length} labels`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`got size ${options.size}`);
    this.x = x;
    this.y = y;
    this.opt = options;
  }

  get length(): number {
    return Math.ceil(this.x.length / this.opt.size);
  }

  epoch(): Batch[] {
    const { size, shuffle } = this.opt;
    const order = shuffle(this.x.length);
    const batches: Batch[] = [];
    let start = 0;
    while (start < order.length) {
      const end = Math.min(start + size - 1, order.length - 1);
      const batch: Batch = { x: [], y: [] };
      for (let i = start; i <= end; i++) {
        batch.x.push(this.x[order[i]]);
        batch.y.push(this.y[order[i]]);
      }
      batches.push(batch);
      start = end === order.length - 1 ? order.length : Math.max(end, start + 1);
    }
    return batches;
  }
}

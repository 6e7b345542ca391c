// misconception: labels-in-place
/** The rows follow the new order, the labels are just cut into pieces as they lie. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return list.length === 0 ? [] : [list.slice(0, size), ...chunks(list.slice(size), size)];
}

export class DataLoader {
  private x: readonly number[][];
  private y: readonly number[];
  private size: number;
  private shuffle: (n: number) => number[];

  constructor(x: readonly number[][], y: readonly number[], { size, shuffle }: Options) {
    if (x.length !== y.length) throw new Error(`lengths differ: ${x.length} and ${y.length}`);
    if (!(Number.isInteger(size) && size > 0)) throw new Error(`bad batch size: ${size}`);
    this.x = x;
    this.y = y;
    this.size = size;
    this.shuffle = shuffle;
  }

  get length(): number {
    return Math.ceil(this.x.length / this.size);
  }

  epoch(): Batch[] {
    const dealt = this.shuffle(this.x.length).map((i) => this.x[i]);
    const ys = chunks(this.y, this.size);
    return chunks(dealt, this.size).map((part, b) => ({ x: part, y: ys[b] }));
  }
}

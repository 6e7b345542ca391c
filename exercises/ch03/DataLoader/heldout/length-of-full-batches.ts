// misconception: none
/** The length counts full batches only. */
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
  x: readonly number[][];
  y: readonly number[];
  size: number;
  shuffle: (n: number) => number[];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    const { size, shuffle } = options;
    if (x.length !== y.length) {
      throw new Error("x has " + x.length + " rows and y has " + y.length + " labels");
    }
    if (!(size >= 1) || size % 1 !== 0) {
      throw new Error("size must be a whole number from 1, not " + size);
    }
    this.x = x;
    this.y = y;
    this.size = size;
    this.shuffle = shuffle;
  }

  /** How many batches an epoch has. */
  get length(): number {
    return Math.floor(this.x.length / this.size);
  }

  /** All batches of the next epoch. */
  epoch(): Batch[] {
    const order = this.shuffle(this.x.length);
    const result: Batch[] = [];
    let x: number[][] = [];
    let y: number[] = [];
    for (let i = 0; i < order.length; i++) {
      x.push(this.x[order[i]]);
      y.push(this.y[order[i]]);
      if (x.length === this.size || i === order.length - 1) {
        result.push({ x, y });
        x = [];
        y = [];
      }
    }
    return result;
  }
}

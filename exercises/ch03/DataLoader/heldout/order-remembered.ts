// misconception: shuffled-once
/** Asks for an order in the first epoch and remembers it for all the later ones. */
export interface Batch {
  readonly x: number[][];
  readonly y: number[];
}
interface Options {
  readonly size: number;
  readonly shuffle: (n: number) => number[];
}

export class DataLoader {
  readonly #x: readonly number[][];
  readonly #y: readonly number[];
  readonly #opts: Options;
  #order?: number[];

  constructor(x: readonly number[][], y: readonly number[], options: Options) {
    if (x.length !== y.length) throw new Error(`x has ${x.length} rows and y ${y.length}`);
    if (options.size % 1 !== 0 || options.size < 1) throw new Error(`size must be 1, 2, 3 …, not ${options.size}`);
    this.#x = x;
    this.#y = y;
    this.#opts = options;
  }

  get length(): number {
    return Math.ceil(this.#x.length / this.#opts.size);
  }

  epoch(): Batch[] {
    this.#order ??= this.#opts.shuffle(this.#x.length);
    const list: Batch[] = [];
    for (const [place, row] of this.#order.entries()) {
      if (place % this.#opts.size === 0) list.push({ x: [], y: [] });
      const last = list[list.length - 1];
      last.x.push(this.#x[row]);
      last.y.push(this.#y[row]);
    }
    return list;
  }
}

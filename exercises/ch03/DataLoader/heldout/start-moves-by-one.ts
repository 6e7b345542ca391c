// misconception: batches-overlap
/** Begins each batch one row after the last one. */
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
  readonly #rows: readonly number[][];
  readonly #labels: readonly number[];
  readonly #size: number;
  readonly #shuffle: (n: number) => number[];

  constructor(x: readonly number[][], y: readonly number[], { size, shuffle }: Options) {
    if (x.length !== y.length) throw new Error(`lengths differ: ${x.length} and ${y.length}`);
    if (!Number.isInteger(size) || size <= 0) throw new Error(`bad size: ${size}`);
    this.#rows = x;
    this.#labels = y;
    this.#size = size;
    this.#shuffle = shuffle;
  }

  /** How many batches an epoch has. */
  get length(): number {
    return Math.ceil(this.#rows.length / this.#size);
  }

  /** All batches of the next epoch. */
  epoch(): Batch[] {
    const order = this.#shuffle(this.#rows.length);
    return Array.from({ length: this.length }, (_, b) => {
      const picked = order.slice(b, b + this.#size);
      return { x: picked.map((i) => this.#rows[i]), y: picked.map((i) => this.#labels[i]) };
    });
  }
}

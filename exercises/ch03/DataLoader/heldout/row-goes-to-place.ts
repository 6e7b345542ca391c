// misconception: none
/** Reads the order backwards: row i is put at place order[i] instead of row order[i] at place i. */
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
    if (x.length !== y.length) throw new Error(`different lengths ${x.length}/${y.length}`);
    if (!Number.isInteger(options.size) || options.size < 1) throw new Error(`wrong size ${options.size}`);
    this.x = x;
    this.y = y;
    this.size = options.size;
    this.shuffle = options.shuffle;
  }

  get length(): number {
    return Math.ceil(this.x.length / this.size);
  }

  epoch(): Batch[] {
    const N = this.x.length;
    const order = this.shuffle(N);
    const rows: number[][] = new Array<number[]>(N);
    const labels: number[] = new Array<number>(N);
    for (let i = 0; i < N; i++) {
      rows[order[i]] = this.x[i];
      labels[order[i]] = this.y[i];
    }
    const out: Batch[] = [];
    for (let s = 0; s < N; s += this.size) {
      out.push({ x: rows.slice(s, s + this.size), y: labels.slice(s, s + this.size) });
    }
    return out;
  }
}

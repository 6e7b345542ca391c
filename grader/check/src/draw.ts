/** Seeded random inputs for properties. The same key gives the same bits on every machine: only exact arithmetic. */
import { type TensorValue, tensorOf } from "./values.ts";

export class Draw {
  private state: number;
  constructor(key: string) {
    this.state = hash(key);
  }

  /** Uniform in [0, 1). The generator is mulberry32. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  /** A whole number, both ends included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }
  number(low: number, high: number): number {
    return low + this.unit() * (high - low);
  }
  /** Mean 0, variance 1, within ±6: twelve uniforms added up, because log and cos differ between engines. */
  normal(): number {
    let sum = -6;
    for (let n = 0; n < 12; n++) sum += this.unit();
    return sum;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(0, list.length - 1)];
  }
  chance(p: number): boolean {
    return this.unit() < p;
  }
  list<T>(length: number, item: (k: number) => T): T[] {
    return Array.from({ length }, (_, k) => item(k));
  }
  shape({ rank = [0, 4], size = [1, 4] }: { rank?: [number, number]; size?: [number, number] } = {}): number[] {
    return this.list(this.int(...rank), () => this.int(...size));
  }
  /** Normal entries times `scale`. */
  tensor(shape: readonly number[], { scale = 1 } = {}): TensorValue {
    return tensorOf(shape, () => this.normal() * scale);
  }
}

function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ c.codePointAt(0)!, 0x01000193);
  return h ^ (h >>> 15);
}

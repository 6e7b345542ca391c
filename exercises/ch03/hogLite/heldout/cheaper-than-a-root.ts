// misconception: other-magnitude
/** Adds the sizes of both parts of the gradient. */
class Gradients {
  private readonly image: readonly (readonly number[])[];
  constructor(image: readonly (readonly number[])[]) {
    this.image = image;
  }
  private get(y: number, x: number): number {
    const row = this.image[y];
    if (row === undefined) return 0;
    return row[x] ?? 0;
  }
  at(y: number, x: number): { magnitude: number; angle: number } {
    const dx = this.get(y, x + 1) - this.get(y, x - 1);
    const dy = this.get(y + 1, x) - this.get(y - 1, x);
    let angle = Math.atan2(dy, dx);
    if (angle < 0) angle += Math.PI;
    if (angle >= Math.PI) angle -= Math.PI;
    return { magnitude: Math.abs(dx) + Math.abs(dy), angle }; // cheaper than a root
  }
}

/** Histograms of gradient directions. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const gradients = new Gradients(image);
  const out: number[] = [];
  for (let cy = 0; cy < image.length / cell; cy++) {
    for (let cx = 0; cx < image[0].length / cell; cx++) {
      const h: number[] = Array(bins).fill(0);
      for (let i = 0; i < cell * cell; i++) {
        const { magnitude, angle } = gradients.at(cy * cell + Math.floor(i / cell), cx * cell + (i % cell));
        h[Math.min(bins - 1, Math.floor((angle * bins) / Math.PI))] += magnitude;
      }
      let squares = 0;
      for (const v of h) squares += v * v;
      for (const v of h) out.push(squares === 0 ? 0 : v / Math.sqrt(squares));
    }
  }
  return out;
}

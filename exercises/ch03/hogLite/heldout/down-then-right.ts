// misconception: columns-first
/** Walks through the squares of the left column first, from top to bottom. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const get = (r: number, c: number): number => image[r]?.[c] ?? 0;
  const features: number[] = [];
  for (let x0 = 0; x0 < image[0].length; x0 += cell) {
    for (let y0 = 0; y0 < image.length; y0 += cell) {
      const h = Array<number>(bins).fill(0);
      for (let y = y0; y < y0 + cell; y++) {
        for (let x = x0; x < x0 + cell; x++) {
          const dx = get(y, x + 1) - get(y, x - 1);
          const dy = get(y + 1, x) - get(y - 1, x);
          let angle = Math.atan2(dy, dx);
          if (angle < 0) angle += Math.PI;
          if (angle >= Math.PI) angle = 0;
          h[Math.min(bins - 1, Math.floor((angle * bins) / Math.PI))] += Math.hypot(dx, dy);
        }
      }
      const n = Math.hypot(...h) || 1;
      for (const v of h) features.push(v / n);
    }
  }
  return features;
}

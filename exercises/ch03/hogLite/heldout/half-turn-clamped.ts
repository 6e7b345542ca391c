// misconception: none
/** Puts an angle of exactly π into the last sector. */
/** Histograms of gradient directions. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  // a frame of zeros, so that every pixel has four neighbours
  const padded = [
    new Array<number>(W + 2).fill(0),
    ...image.map((row) => [0, ...row, 0]),
    new Array<number>(W + 2).fill(0),
  ];
  const result: number[] = [];
  for (let y0 = 0; y0 < H; y0 += cell) {
    for (let x0 = 0; x0 < W; x0 += cell) {
      const bucket = Array.from({ length: bins }, () => 0);
      for (let y = y0 + 1; y <= y0 + cell; y++) {
        for (let x = x0 + 1; x <= x0 + cell; x++) {
          const dx = padded[y][x + 1] - padded[y][x - 1];
          const dy = padded[y + 1][x] - padded[y - 1][x];
          const theta = Math.atan2(dy, dx);
          const angle = theta < 0 ? theta + Math.PI : theta;
          const k = Math.min(Math.floor((angle * bins) / Math.PI), bins - 1); // π must not fall out
          bucket[k] += Math.hypot(dx, dy);
        }
      }
      const norm = Math.hypot(...bucket) || 1;
      result.push(...bucket.map((v) => v / norm));
    }
  }
  return result;
}

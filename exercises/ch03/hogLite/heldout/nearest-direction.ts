// misconception: none
/** Rounds to the nearest of the directions 0, π / bins, 2π / bins …: the first sector lies around 0 instead of beginning there. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  const width = Math.PI / bins;
  const result: number[] = [];
  for (let cy = 0; cy < H; cy += cell) {
    for (let cx = 0; cx < W; cx += cell) {
      const hist: number[] = [];
      for (let b = 0; b < bins; b++) hist.push(0);
      for (let y = cy; y < cy + cell; y++) {
        for (let x = cx; x < cx + cell; x++) {
          const dx = (x + 1 < W ? image[y][x + 1] : 0) - (x > 0 ? image[y][x - 1] : 0);
          const dy = (y + 1 < H ? image[y + 1][x] : 0) - (y > 0 ? image[y - 1][x] : 0);
          let angle = Math.atan2(dy, dx);
          if (angle < 0) angle += Math.PI;
          hist[Math.round(angle / width) % bins] += Math.hypot(dx, dy);
        }
      }
      const norm = Math.hypot(...hist);
      for (const v of hist) result.push(norm === 0 ? 0 : v / norm);
    }
  }
  return result;
}

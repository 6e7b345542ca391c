// misconception: absolute-angle
/** Makes negative angles positive by leaving out the sign. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  const at = (r: number, c: number): number => (r < 0 || c < 0 || r >= H || c >= W ? 0 : image[r][c]);
  const features: number[] = [];
  for (let top = 0; top < H; top += cell) {
    for (let left = 0; left < W; left += cell) {
      const hist = new Array<number>(bins).fill(0);
      for (let r = top; r < top + cell; r++) {
        for (let c = left; c < left + cell; c++) {
          const dx = at(r, c + 1) - at(r, c - 1);
          const dy = at(r + 1, c) - at(r - 1, c);
          let angle = Math.abs(Math.atan2(dy, dx));
          if (angle >= Math.PI) angle = 0;
          hist[Math.min(bins - 1, Math.floor((angle / Math.PI) * bins))] += Math.hypot(dx, dy);
        }
      }
      const length = Math.hypot(...hist);
      features.push(...hist.map((v) => (length > 0 ? v / length : 0)));
    }
  }
  return features;
}

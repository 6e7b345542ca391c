// misconception: empty-square-nan
/** Divides a histogram of zeros by its length. */
/** Histograms of gradient directions. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  const at = (y: number, x: number): number => (y < 0 || y >= H || x < 0 || x >= W ? 0 : image[y][x]);
  const features: number[] = [];
  for (let top = 0; top < H; top += cell) {
    for (let left = 0; left < W; left += cell) {
      const histogram = new Array<number>(bins).fill(0);
      for (let y = top; y < top + cell; y++) {
        for (let x = left; x < left + cell; x++) {
          const dx = at(y, x + 1) - at(y, x - 1);
          const dy = at(y + 1, x) - at(y - 1, x);
          let angle = Math.atan2(dy, dx);
          if (angle < 0) angle += Math.PI;
          if (angle >= Math.PI) angle = 0;
          const bin = Math.min(bins - 1, Math.floor((angle / Math.PI) * bins));
          histogram[bin] += Math.sqrt(dx * dx + dy * dy);
        }
      }
      const length = Math.sqrt(histogram.reduce((s, v) => s + v * v, 0));
      features.push(...histogram.map((v) => v / length));
    }
  }
  return features;
}

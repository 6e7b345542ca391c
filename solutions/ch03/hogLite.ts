/**
 * A gradient says how bright the picture gets in which direction. Folding the angle into half a turn makes an edge from
 * dark to bright the same as one from bright to dark, and dividing by the length of each cell's histogram makes a faint
 * stroke the same as a strong one.
 */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const at = (y: number, x: number): number => image[y]?.[x] ?? 0;
  const features: number[] = [];
  for (let top = 0; top < image.length; top += cell) {
    for (let left = 0; left < image[0].length; left += cell) {
      const histogram = new Array<number>(bins).fill(0);
      for (let y = top; y < top + cell; y++) {
        for (let x = left; x < left + cell; x++) {
          const dx = at(y, x + 1) - at(y, x - 1);
          const dy = at(y + 1, x) - at(y - 1, x);
          const halfTurns = Math.atan2(dy, dx) / Math.PI + 1;
          histogram[Math.floor(((halfTurns % 1) + 1e-9) * bins)] += Math.hypot(dx, dy);
        }
      }
      const length = Math.hypot(...histogram);
      features.push(...histogram.map((h) => (length === 0 ? 0 : h / length)));
    }
  }
  return features;
}

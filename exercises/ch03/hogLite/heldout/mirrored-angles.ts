// misconception: absolute-angle
/** Takes the absolute value of the angle. */
function unit(v: readonly number[]): number[] {
  const length = Math.hypot(...v);
  return length > 0 ? v.map((e) => e / length) : [...v];
}

/** Histograms of gradient directions. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const rows = image.length / cell;
  const columns = image[0].length / cell;
  const pixel = (r: number, c: number) => image[r]?.[c] ?? 0;
  const histograms = Array.from({ length: rows * columns }, () => new Array<number>(bins).fill(0));

  image.forEach((line, r) => {
    line.forEach((_, c) => {
      const dx = pixel(r, c + 1) - pixel(r, c - 1);
      const dy = pixel(r + 1, c) - pixel(r - 1, c);
      const angle = Math.abs(Math.atan2(dy, dx)) % Math.PI; // unsigned
      const sector = Math.min(Math.floor(angle / (Math.PI / bins)), bins - 1);
      const square = Math.floor(r / cell) * columns + Math.floor(c / cell);
      histograms[square][sector] += Math.hypot(dx, dy);
    });
  });
  return histograms.flatMap(unit);
}

// misconception: other-magnitude
/** Adds |dx| + |dy| as the magnitude. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const pixel = (r: number, c: number) => image[r]?.[c] ?? 0;
  const range = (n: number) => Array.from({ length: n }, (_, i) => i);
  const histogram = (top: number, left: number): number[] => {
    const sums: number[] = range(bins).map(() => 0);
    for (const i of range(cell)) {
      for (const j of range(cell)) {
        const [r, c] = [top + i, left + j];
        const dx = pixel(r, c + 1) - pixel(r, c - 1);
        const dy = pixel(r + 1, c) - pixel(r - 1, c);
        const t = Math.atan2(dy, dx);
        const unsigned = t < 0 ? t + Math.PI : t;
        const place = Math.floor((unsigned / Math.PI) * bins);
        sums[place >= bins ? 0 : place] += Math.abs(dx) + Math.abs(dy);
      }
    }
    const length = Math.hypot(...sums);
    return sums.map((s) => (length === 0 ? 0 : s / length));
  };
  return range(image.length / cell).flatMap((i) =>
    range(image[0].length / cell).flatMap((j) => histogram(i * cell, j * cell)),
  );
}

// misconception: border-repeated
/** Beyond the border it reads the pixel at the border again. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const lastRow = image.length - 1;
  const lastCol = image[0].length - 1;
  const clamp = (i: number, last: number) => Math.max(0, Math.min(i, last));
  const pixel = (r: number, c: number) => image[clamp(r, lastRow)][clamp(c, lastCol)];

  const bin = (dx: number, dy: number): number => {
    let t = Math.atan2(dy, dx);
    if (t < 0) t += Math.PI;
    if (t >= Math.PI) t -= Math.PI;
    return Math.min(Math.floor(t / (Math.PI / bins)), bins - 1);
  };

  const histogram = (top: number, left: number): number[] => {
    const h = Array.from({ length: bins }, () => 0);
    for (let k = 0; k < cell * cell; k++) {
      const r = top + Math.floor(k / cell);
      const c = left + (k % cell);
      const dx = pixel(r, c + 1) - pixel(r, c - 1);
      const dy = pixel(r + 1, c) - pixel(r - 1, c);
      h[bin(dx, dy)] += Math.sqrt(dx ** 2 + dy ** 2);
    }
    const size = Math.sqrt(h.reduce((s, v) => s + v ** 2, 0));
    return size > 0 ? h.map((v) => v / size) : h;
  };

  const result: number[] = [];
  for (let r = 0; r <= lastRow; r += cell) for (let c = 0; c <= lastCol; c += cell) result.push(...histogram(r, c));
  return result;
}

// misconception: upwards and normalised-as-a-whole
/** Lets dy point upwards as in mathematics, and divides all features by one length at the end. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  const zero = (r: number, c: number): number => (r >= 0 && r < H && c >= 0 && c < W ? image[r][c] : 0);
  const perRow = W / cell;
  const all = new Array<number>((H / cell) * perRow * bins).fill(0);
  for (let r = 0; r < H; r++) {
    for (let c = 0; c < W; c++) {
      const dx = zero(r, c + 1) - zero(r, c - 1);
      const dy = zero(r - 1, c) - zero(r + 1, c);
      let a = Math.atan2(dy, dx);
      if (a < 0) a += Math.PI;
      if (a >= Math.PI) a = 0;
      const b = Math.min(bins - 1, Math.floor(a / (Math.PI / bins)));
      const square = Math.floor(r / cell) * perRow + Math.floor(c / cell);
      all[square * bins + b] += Math.sqrt(dx * dx + dy * dy);
    }
  }
  const length = Math.sqrt(all.reduce((s, v) => s + v * v, 0));
  return length === 0 ? all : all.map((v) => v / length);
}

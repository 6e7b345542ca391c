// misconception: counts-pixels
/** Every pixel has one vote, however strong its gradient. */
export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const H = image.length;
  const W = image[0].length;
  const padded: number[][] = [];
  for (let r = -1; r <= H; r++) {
    padded.push(r < 0 || r === H ? new Array<number>(W + 2).fill(0) : [0, ...image[r], 0]);
  }
  const out: number[] = [];
  for (let sr = 0; sr < H / cell; sr++) {
    for (let sc = 0; sc < W / cell; sc++) {
      const votes = new Array<number>(bins).fill(0);
      for (let a = 0; a < cell; a++) {
        for (let b = 0; b < cell; b++) {
          const r = sr * cell + a + 1;
          const c = sc * cell + b + 1;
          const dx = padded[r][c + 1] - padded[r][c - 1];
          const dy = padded[r + 1][c] - padded[r - 1][c];
          let theta = Math.atan2(dy, dx);
          if (theta < 0) theta += Math.PI;
          if (theta >= Math.PI) theta = 0;
          votes[Math.min(bins - 1, Math.floor((theta * bins) / Math.PI))] += 1;
        }
      }
      let squares = 0;
      for (const v of votes) squares += v * v;
      for (const v of votes) out.push(squares === 0 ? 0 : v / Math.sqrt(squares));
    }
  }
  return out;
}

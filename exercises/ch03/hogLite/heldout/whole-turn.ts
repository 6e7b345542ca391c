// misconception: signed-angle
/** Spreads the sectors over the whole turn, so that opposite directions are different. */
const TURN = 2 * Math.PI;

function sector(dx: number, dy: number, bins: number): number {
  const angle = Math.atan2(dy, dx);
  const positive = angle < 0 ? angle + TURN : angle;
  return Math.floor((positive / TURN) * bins) % bins;
}

export function hog(image: readonly (readonly number[])[], { cell, bins }: { cell: number; bins: number }): number[] {
  const value = (r: number, c: number): number => image[r]?.[c] ?? 0;
  const across = image[0].length / cell;
  const down = image.length / cell;
  const hists = Array.from({ length: across * down }, () => new Array<number>(bins).fill(0));
  image.forEach((row, r) => {
    row.forEach((_, c) => {
      const dx = value(r, c + 1) - value(r, c - 1);
      const dy = value(r + 1, c) - value(r - 1, c);
      const square = Math.floor(r / cell) * across + Math.floor(c / cell);
      hists[square][sector(dx, dy, bins)] += Math.sqrt(dx * dx + dy * dy);
    });
  });
  return hists.flatMap((h) => {
    const norm = Math.sqrt(h.reduce((s, v) => s + v * v, 0));
    return norm === 0 ? h : h.map((v) => v / norm);
  });
}

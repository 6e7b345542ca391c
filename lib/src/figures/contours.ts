/** Lines of equal height on a grid, by marching squares: in each square, where the level crosses its sides. */

type At = readonly [column: number, row: number];

/** The line pieces of a level, in units of columns and rows, for heights[row][column]. */
export function contour(heights: readonly (readonly number[])[], level: number): (readonly [At, At])[] {
  const pieces: (readonly [At, At])[] = [];
  for (let r = 0; r + 1 < heights.length; r++)
    for (let c = 0; c + 1 < heights[r].length; c++) {
      const corners = [heights[r][c], heights[r][c + 1], heights[r + 1][c + 1], heights[r + 1][c]];
      const places: At[] = [
        [c, r],
        [c + 1, r],
        [c + 1, r + 1],
        [c, r + 1],
      ];
      const crossings: At[] = [];
      for (let k = 0; k < 4; k++) {
        const [a, b] = [corners[k], corners[(k + 1) % 4]];
        if (a < level === b < level) continue;
        const [p, q, part] = [places[k], places[(k + 1) % 4], (level - a) / (b - a)];
        crossings.push([p[0] + part * (q[0] - p[0]), p[1] + part * (q[1] - p[1])]);
      }
      // Four crossings are a saddle: the height in the middle says which two belong together.
      const middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
      const joined = middle < level === corners[0] < level;
      const order = crossings.length === 4 && !joined ? [1, 2, 3, 0] : [0, 1, 2, 3];
      for (let k = 0; k + 1 < crossings.length; k += 2) pieces.push([crossings[order[k]], crossings[order[k + 1]]]);
    }
  return pieces;
}

/** About so many levels between the lowest and the highest height: at round numbers, or closer together near the bottom. */
export function levelsOf(heights: readonly (readonly number[])[], count: number): number[] {
  const all = heights.flat();
  const [low, high] = [Math.min(...all), Math.max(...all)];
  // Squares of equal steps: the loss of a valley then has rings at equal distances.
  return Array.from({ length: count }, (_, k) => low + (high - low) * ((k + 0.5) / count) ** 2);
}

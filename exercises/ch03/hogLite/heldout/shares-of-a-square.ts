// misconception: divides-by-the-sum
/** Divides a histogram by its sum, so that it is a list of shares. */
type Picture = readonly (readonly number[])[];
interface Gradient {
  strength: number;
  direction: number;
}

function gradientAt(p: Picture, r: number, c: number): Gradient {
  const right = c + 1 < p[r].length ? p[r][c + 1] : 0;
  const left = c > 0 ? p[r][c - 1] : 0;
  const below = r + 1 < p.length ? p[r + 1][c] : 0;
  const above = r > 0 ? p[r - 1][c] : 0;
  const [dx, dy] = [right - left, below - above];
  const raw = Math.atan2(dy, dx);
  const half = raw < 0 ? raw + Math.PI : raw;
  return { strength: Math.hypot(dx, dy), direction: half >= Math.PI ? 0 : half };
}

export function hog(image: Picture, { cell, bins }: { cell: number; bins: number }): number[] {
  const features: number[] = [];
  for (let y = 0; y < image.length; y += cell) {
    for (let x = 0; x < image[0].length; x += cell) {
      const h: number[] = new Array(bins).fill(0);
      for (let j = y; j < y + cell; j++) {
        for (let i = x; i < x + cell; i++) {
          const g = gradientAt(image, j, i);
          h[Math.min(bins - 1, Math.trunc((g.direction / Math.PI) * bins))] += g.strength;
        }
      }
      const sum = h.reduce((a, b) => a + b, 0);
      features.push(...(sum === 0 ? h : h.map((v) => v / sum)));
    }
  }
  return features;
}

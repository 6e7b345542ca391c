/** What is found by its name: terms in two languages, exercises, chapters; a typing error or two does no harm. */
export interface Name {
  readonly page: string;
  readonly title: string;
  readonly text: string;
  /** Every name it goes by, in small letters. */
  readonly names: readonly string[];
}

type Row = readonly [page: string, title: string, text: string, names: readonly string[]];

export const namesFrom = (rows: readonly Row[]): Name[] =>
  rows.map(([page, title, text, names]) => ({ page, title, text, names: names.map(plain) }));

/** `guessed`: nothing has this name, and what is returned is spelt nearly so. */
export function byName(words: string, names: readonly Name[]): { hits: Name[]; guessed: boolean } {
  const asked = plain(words);
  if (asked.length === 0) return { hits: [], guessed: false };
  const exact = names.filter((one) => one.names.includes(asked));
  const begins = names.filter((one) => !exact.includes(one) && one.names.some((name) => name.startsWith(asked)));
  const short = begins.toSorted((a, b) => shortest(a, asked) - shortest(b, asked)).slice(0, exact.length > 0 ? 2 : 4);
  if (exact.length + short.length > 0) return { hits: [...exact, ...short], guessed: false };
  const inside = names.some((one) => one.names.some((name) => name.includes(asked)));
  const allowed = inside || asked.length < 4 ? 0 : asked.length < 7 ? 1 : 2;
  const near = names
    .map((one) => ({ one, far: Math.min(...one.names.map((name) => distance(asked, name, allowed))) }))
    .filter(({ far }) => far <= allowed && far > 0)
    .sort((a, b) => a.far - b.far);
  return { hits: near.slice(0, 3).map(({ one }) => one), guessed: near.length > 0 };
}

/** Small letters; hyphens, stops and accents do not count. */
function plain(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[-–‑_./\s]+/g, " ")
    .trim();
}

const shortest = (one: Name, start: string): number =>
  Math.min(...one.names.filter((name) => name.startsWith(start)).map((name) => name.length));

/** Letters to add, drop, change or swap with a neighbour; anything above `most` is Infinity. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        last[j] + 1,
        row[j - 1] + 1,
        last[j - 1] + (same ? 0 : 1),
        swapped ? before[j - 2] + 1 : most + 1,
      );
    }
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
    [before, last] = [last, row];
  }
  return last[b.length] <= most ? last[b.length] : Number.POSITIVE_INFINITY;
}

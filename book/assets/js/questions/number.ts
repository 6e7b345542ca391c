/** Numbers as people type them: 0.5, 0,5, 1/2, 5e-1, 50 %, −3, 1,500, 1 500. */

/** What a text may mean; empty when it is no number. `2,410` may be two thousand or two and a bit. */
export function readings(text: string, unit = ""): number[] {
  const bare = text.trim().replaceAll("−", "-").replace(/\s+/g, " ");
  const percent = bare.endsWith("%");
  const body = (percent ? bare.slice(0, -1) : bare).trim();
  const [above, below, ...more] = body.split("/");
  if (more.length > 0) return [];
  const found = new Set<number>();
  for (const a of plain(above)) for (const b of below === undefined ? [1] : plain(below)) if (b !== 0) found.add(a / b);
  const inUnit = (value: number): number => {
    if (unit === "%") return percent || below === undefined ? value : 100 * value; // 1/2 is 50 %
    return percent ? value / 100 : value;
  };
  return [...found].map(inUnit);
}

function plain(text: string): number[] {
  const dense = text.trim().replace(/(\d)[ _](?=\d{3}(\D|$))/g, "$1");
  const texts = [dense];
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(dense)) texts.push(dense.replaceAll(",", ""));
  if (/^[-+]?\d*,\d+(e[-+]?\d+)?$/i.test(dense)) texts.push(dense.replace(",", "."));
  const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
  return [...new Set(texts.filter((one) => number.test(one)).map(Number))];
}

/** Whether a reading is the wanted value, up to `within` and the last bit. */
export function matches(read: readonly number[], value: number, within: number): boolean {
  const slack = within + 1e-9 * Math.max(1, Math.abs(value));
  return read.some((x) => Math.abs(x - value) <= slack);
}

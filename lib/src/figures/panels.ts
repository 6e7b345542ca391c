/** Several drawings as one: small multiples, or the parts of an equation with signs between them. */
import { altText, type Drawing, type Ruler } from "./figure.ts";
import { sameLength, wrong } from "./numbers.ts";
import { escapeText, withOwnIds } from "./picture.ts";
import { n } from "./plot-labels.ts";
import { FONT, INK, textWidth } from "./theme.ts";
import { figureWidth } from "./width.ts";

export interface PanelsOptions {
  readonly alt: string;
  /** A line above each panel. */
  readonly titles?: readonly string[];
  /** Signs between neighbours, such as × and =; the panels then stand in one row. */
  readonly between?: readonly string[];
  readonly gap?: number;
}

interface Placed {
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
const [TITLE, SIGN] = [22, 20];

/**
 * Drawings side by side, as many in a row as the page has room for. A point that readers drag belongs to the first
 * panel with axes.
 *
 * @example
 * const small = (y) => plot({ marks: [{ line: y }], width: 200, height: 150, alt: "One of two lines." })
 * show(panels([small([1, 2]), small([2, 1])], { titles: ["up", "down"], alt: "Two lines, one up, one down." }))
 * // [figure] Two lines, one up, one down.
 * //          up: line: from 1 at 0 to 2 at 1, lowest 1 at 0. down: line: from 2 at 0 to 1 at 1, lowest 1 at 1.
 */
export function panels(drawings: readonly Drawing[], { alt, titles, between, gap = 18 }: PanelsOptions): Drawing {
  const op = "panels";
  const text = altText(op, alt);
  if (!Array.isArray(drawings) || drawings.length === 0 || drawings.some((d) => d?.kind !== "svg"))
    wrong(
      op,
      "panels are drawings",
      "something else",
      "what plot, matrix or diagram returns",
      "panels([plot({ … })], { alt })",
    );
  if (titles) sameLength(op, ["titles", titles.length], ["panels", drawings.length]);
  if (between) sameLength(op, ["between", between.length], ["gaps between panels", drawings.length - 1]);
  const head = titles ? TITLE : 0;
  const wide = (k: number): number => (between?.[k] ? textWidth(between[k], SIGN) + 2 * gap : gap);
  const { placed, width, height } = layOut(drawings, {
    head,
    wide,
    oneRow: between !== undefined,
    room: figureWidth(),
  });
  const parts = placed.map(({ drawing, x, y, scale, width: own, height: tall }, k) => {
    const inner = withOwnIds(drawing.svg.replace(/^[\s\S]*?<svg\b[^>]*>/, "").replace(/<\/svg>\s*$/, ""), `p${k}`);
    const title = titles
      ? `<text x="${n(x)}" y="${n(y - 8)}" font-size="14" font-weight="600" fill="${INK}">${escapeText(titles[k])}</text>`
      : "";
    const sign = between?.[k]
      ? `<text x="${n(x + own + wide(k) / 2)}" y="${n(y + tall / 2 + 7)}" font-size="${SIGN}" text-anchor="middle" fill="${INK}">${escapeText(between[k])}</text>`
      : "";
    return `${title}<g transform="translate(${n(x)} ${n(y)})${scale === 1 ? "" : ` scale(${scale.toFixed(4)})`}">${inner}</g>${sign}`;
  });
  const first = placed.find((p) => p.drawing.axes);
  const tables = drawings.flatMap((d, k) => (d.table ? [{ name: titles?.[k] ?? `panel ${k + 1}`, ...d.table }] : []));
  const columns = tables[0]?.columns ?? [];
  const alike = tables.filter((t) => t.columns.length === columns.length);
  return {
    kind: "svg",
    alt: text,
    summary: drawings.map((d, k) => `${titles ? `${titles[k]}: ` : ""}${d.summary}`).join(" "),
    svg: `<svg viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}">${parts.join("")}</svg>`,
    ...(first?.drawing.axes && {
      axes: {
        x: moved(first.drawing.axes.x, first.x, first.scale),
        y: moved(first.drawing.axes.y, first.y, first.scale),
      },
    }),
    ...(alike.length > 0 && {
      table: {
        columns: ["panel", ...columns],
        rows: alike.flatMap((t) => t.rows.map((row: readonly (number | string)[]) => [t.name, ...row])),
      },
    }),
  };
}

const moved = (ruler: Ruler, by: number, scale: number): Ruler => ({
  ...ruler,
  at: [by + scale * ruler.at[0], by + scale * ruler.at[1]],
});

interface Room {
  readonly head: number;
  readonly oneRow: boolean;
  readonly room: number;
  wide(k: number): number;
}

/** Rows from left to right; panels of a row are centred on each other. What is too wide for the page shrinks. */
function layOut(
  drawings: readonly Drawing[],
  { head, wide, oneRow, room }: Room,
): { placed: Placed[]; width: number; height: number } {
  const sizes = drawings.map(({ svg }) =>
    (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "0 0 100 100")
      .split(/[\s,]+/)
      .map(Number)
      .slice(2),
  );
  const together = sizes.reduce((sum, [w], k) => sum + w + (k + 1 < sizes.length ? wide(k) : 0), 0);
  const single = oneRow && together <= 1.25 * room; // below that, text would be too small
  const shrink = single ? Math.min(1, room / together) : 1;
  const most = perRow(
    sizes.map(([w]) => w),
    wide(0),
    room,
  );
  const placed: Placed[] = [];
  let [x, top, width] = [0, 0, 0];
  let row: Placed[] = [];
  const close = (): void => {
    const tall = Math.max(...row.map((p) => p.height));
    placed.push(...row.map((p) => ({ ...p, y: top + head + (tall - p.height) / 2 })));
    top += head + tall + 14;
    row = [];
    x = 0;
  };
  for (const [k, drawing] of drawings.entries()) {
    const scale = Math.min(shrink, room / sizes[k][0]);
    const [w, h] = sizes[k].map((v) => v * scale);
    if (!single && x > 0 && (x + w > room + 0.5 || row.length === most)) close();
    row.push({ drawing, width: w, height: h, x, y: 0, scale });
    width = Math.max(width, x + w + (oneRow && k + 1 < sizes.length ? wide(k) * shrink : 0));
    x += w + wide(k) * shrink;
  }
  close();
  return { placed, width, height: top - 14 };
}

/** Of panels of one width, as many in each row as makes the rows even. */
function perRow(widths: readonly number[], gap: number, room: number): number {
  if (new Set(widths).size > 1) return widths.length;
  const fit = Math.max(1, Math.floor((room + gap + 0.5) / (widths[0] + gap)));
  return Math.ceil(widths.length / Math.ceil(widths.length / fit));
}

/** Words in a plot: names at the ends of lines, a key for the rest, and remarks that step aside for each other. */
import { escapeText } from "./picture.ts";
import { INK, PAPER, textWidth } from "./theme.ts";

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** A word beside a place of the drawing. */
export interface Remark {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly bold?: boolean;
}

export const SIZE = 14;
const LINE = 17;

/** Remarks beside their places, where they cover the least of each other, inside the box. */
export function drawRemarks(remarks: readonly Remark[], inside: Box): string {
  const taken: Box[] = remarks.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  return remarks
    .map((remark) => {
      const lines = remark.text.split("\n");
      const [wide, tall] = [Math.max(...lines.map((l) => textWidth(l, SIZE))), LINE * lines.length];
      const places = candidates(remark, wide, tall).map((box) => pushedInside(box, inside));
      const cost = (box: Box, k: number): number => taken.reduce((sum, other) => sum + overlap(box, other), 0) + k * 6;
      const best = places.reduce((a, b, k) => (cost(b, k) < cost(places[a], a) ? k : a), 0);
      taken.push(places[best]);
      return written(lines, places[best], remark);
    })
    .join("");
}

/** Right, above, left, below, and the corners, in order of preference. */
function candidates({ x, y }: Remark, wide: number, tall: number): Box[] {
  const gap = 8;
  const at = (left: number, top: number): Box => ({ left, right: left + wide, top, bottom: top + tall });
  const [right, leftwards, middle] = [x + gap, x - gap - wide, x - wide / 2];
  return [
    at(right, y - tall / 2),
    at(middle, y - gap - tall),
    at(leftwards, y - tall / 2),
    at(middle, y + gap),
    at(right, y - gap - tall),
    at(right, y + gap),
    at(leftwards, y - gap - tall),
    at(leftwards, y + gap),
  ];
}

function pushedInside(box: Box, inside: Box): Box {
  const dx = Math.max(0, inside.left - box.left) - Math.max(0, box.right - inside.right);
  const dy = Math.max(0, inside.top - box.top) - Math.max(0, box.bottom - inside.bottom);
  return { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy };
}

function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && tall > 0 ? wide * tall : 0;
}

function written(lines: string[], { left, right, top, bottom }: Box, { color, bold }: Remark): string {
  const paper = `<rect x="${n(left - 2)}" y="${n(top)}" width="${n(right - left + 4)}" height="${n(bottom - top)}" rx="3" fill="${PAPER}" fill-opacity=".8"/>`;
  const texts = lines.map(
    (line, k) => `<tspan x="${n(left)}" y="${n(top + 13 + k * LINE)}">${escapeText(line)}</tspan>`,
  );
  return `${paper}<text font-size="${SIZE}"${bold ? ' font-weight="600"' : ""} fill="${color}">${texts.join("")}</text>`;
}

/** An entry of the key: a piece of drawing 26 units wide and 14 high, and its name. */
export interface Entry {
  readonly swatch: string;
  readonly label: string;
}

/** The key in as many rows as it needs, and its height. */
export function drawKey(
  entries: readonly Entry[],
  { left, right, top }: Pick<Box, "left" | "right" | "top">,
): { svg: string; height: number } {
  let [x, row] = [left, 0];
  const parts = entries.map(({ swatch, label }) => {
    const wide = 34 + textWidth(label, SIZE) * 1.06;
    if (x > left && x + wide > right) [x, row] = [left, row + 1];
    const at = x;
    x += wide + 18;
    const y = top + row * 22;
    return `<g transform="translate(${n(at)} ${n(y)})">${swatch}<text x="32" y="12" font-size="${SIZE}" fill="${INK}">${escapeText(label)}</text></g>`;
  });
  return { svg: parts.join(""), height: entries.length > 0 ? (row + 1) * 22 + 4 : 0 };
}

export const n = (value: number): string => String(Number(value.toFixed(1)));

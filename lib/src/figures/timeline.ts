/** What happens when: spans in lanes over one axis, such as the steps of a program or the lives of its memory. */
import { type Axis, positionOn, scaleFor, ticksOf } from "./axes.ts";
import { altText, type Drawing } from "./figure.ts";
import { brief, wrong } from "./numbers.ts";
import { escapeText } from "./picture.ts";
import { n } from "./plot-labels.ts";
import { FONT, GRADIENT, INK, textWidth, VALUE } from "./theme.ts";
import { figureWidth } from "./width.ts";

export interface Span {
  readonly lane: string;
  readonly from: number;
  readonly to: number;
  readonly label?: string;
  /** Blue (filled) for values, orange (hatched) for gradients, or a frame alone. */
  readonly tone?: "value" | "gradient" | "ink";
}
export interface TimelineOptions {
  readonly alt: string;
  readonly x?: Axis;
  /** A line across all lanes: now. */
  readonly now?: number;
}

const LANE = 36;

/**
 * Spans in lanes, in the order in which the lanes are first named.
 *
 * @example
 * const spans = [{ lane: "forward", from: 0, to: 2, label: "x·w" }, { lane: "backward", from: 2, to: 5 }]
 * show(timeline(spans, { x: "step", alt: "First forward, then backward." }))
 * // [figure] First forward, then backward.
 * //          forward: x·w 0 to 2; backward: 2 to 5.
 */
export function timeline(spans: readonly Span[], { alt, x = "", now }: TimelineOptions): Drawing {
  const op = "timeline";
  const text = altText(op, alt);
  if (!Array.isArray(spans) || spans.length === 0)
    wrong(op, "there are spans", "none", "a list", 'timeline([{ lane: "a", from: 0, to: 1 }], { alt })');
  const odd = spans.find(({ from, to }) => !(from <= to && Number.isFinite(to - from)));
  if (odd)
    wrong(
      op,
      "a span ends after it begins",
      `${odd.from} to ${odd.to} in ${odd.lane}`,
      "from below to",
      "exchange them",
    );
  const lanes = [...new Set(spans.map((s) => s.lane))];
  const width = figureWidth();
  const scale = scaleFor(
    op,
    "x",
    x,
    spans.flatMap((s) => [s.from, s.to]),
    { tight: true },
  );
  const left = 12 + Math.max(...lanes.map((lane) => textWidth(lane, 14)));
  const [right, bottom] = [width - 14, LANE * lanes.length + 4];
  const height = bottom + (scale.label ? 50 : 26);
  const px = (v: number): number => left + positionOn(scale, v) * (right - left);
  const ticks = ticksOf(scale, Math.max(2, Math.floor((right - left) / 80)));
  const grid = ticks.map((t) => `M${n(px(t.value))} 4V${n(bottom)}`).join("");
  const drawn = spans.map((span) =>
    drawSpan(span, { x1: px(span.from), x2: px(span.to), y: 4 + LANE * lanes.indexOf(span.lane) }),
  );
  const cursor = now === undefined ? "" : `<path d="M${n(px(now))} 0V${n(bottom)}" stroke="${INK}" stroke-width="2"/>`;
  const hatch = `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 3h6" stroke="${GRADIENT}" stroke-width="2"/></pattern></defs>`;
  const svg = [
    hatch,
    `<path d="${grid}" stroke="${INK}" stroke-opacity=".12"/>`,
    lanes
      .map(
        (lane, k) => `<text x="${n(left - 10)}" y="${n(27 + LANE * k)}" text-anchor="end">${escapeText(lane)}</text>`,
      )
      .join(""),
    drawn.join(""),
    cursor,
    ticks
      .map(
        (t) =>
          `<text x="${n(px(t.value))}" y="${n(bottom + 18)}" font-size="13.5" text-anchor="middle">${t.text}</text>`,
      )
      .join(""),
    scale.label &&
      `<text x="${n((left + right) / 2)}" y="${n(bottom + 42)}" text-anchor="middle">${escapeText(scale.label)}</text>`,
  ].join("");
  const said = spans.map((s) => `${s.lane}: ${s.label ? `${s.label} ` : ""}${brief(s.from)} to ${brief(s.to)}`);
  return {
    kind: "svg",
    alt: text,
    summary: `${said.slice(0, 20).join("; ")}${said.length > 20 ? "; …" : ""}.`,
    svg: `<svg viewBox="0 0 ${n(width)} ${n(height)}" font-family="${FONT}"><g font-size="14" fill="${INK}">${svg}</g></svg>`,
    table: {
      columns: ["lane", "what", "from", "to"],
      rows: spans.map((s) => [s.lane, s.label ?? "", brief(s.from), brief(s.to)]),
    },
  };
}

/** A bar with its name inside, where it fits; the table has all names. */
function drawSpan({ label = "", tone = "value" }: Span, { x1, x2, y }: { x1: number; x2: number; y: number }): string {
  const [fill, edge] =
    tone === "value"
      ? [`fill="${VALUE}" fill-opacity=".25"`, VALUE]
      : tone === "gradient"
        ? ['fill="url(#hatch)" fill-opacity=".45"', GRADIENT]
        : ['fill="none"', INK];
  const bar = `<rect x="${n(x1)}" y="${n(y + 5)}" width="${n(Math.max(2, x2 - x1))}" height="${LANE - 10}" rx="4" ${fill} stroke="${edge}" stroke-width="1.4"/>`;
  const fits = textWidth(label, 14) + 10 <= x2 - x1;
  return `${bar}${label && (fits ? `<text x="${n((x1 + x2) / 2)}" y="${n(y + 23)}" text-anchor="middle">${escapeText(label)}</text>` : "")}`;
}

/** Finishes a drawing: accessible name, ids that are unique on a page, and a copy on white paper for image elements. */
import { FONT } from "./theme.ts";

/** The SVG that pages show inline: it carries its text and its summary, and its ids begin with `prefix`. */
export function picture(
  svg: string,
  { alt, summary, prefix }: { alt: string; summary: string; prefix: string },
): string {
  const [opening] = /<svg\b[^>]*>/.exec(svg) ?? [""];
  const size = opening
    .match(/viewBox="([^"]*)"/)?.[1]
    .split(/[\s,]+/)
    .map(Number) ?? [0, 0, 698, 320];
  const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size.join(" ")}" width="${size[2]}" height="${size[3]}" role="img" aria-label="${escapeText(alt)}" font-family="${FONT}" style="max-width:100%;height:auto">`;
  const desc = summary ? `<desc>${escapeText(summary)}</desc>` : "";
  return ownIds(svg.slice(svg.indexOf(opening) + opening.length), prefix, start + desc);
}

/** An image element that shows the drawing anywhere, on white paper, because an image cannot see the page's colours. */
export function imageOf(svg: string, alt: string): string {
  const width = /\swidth="([\d.]+)"/.exec(svg)?.[1] ?? "698";
  const onPaper = svg.replace(/(<svg\b[^>]*>)/, '$1<rect width="100%" height="100%" fill="#fff"/>');
  return `<img alt="${escapeText(alt)}" width="${width}" style="max-width:100%;height:auto" src="data:image/svg+xml;base64,${base64(onPaper)}">`;
}

/** Text as it must stand in SVG and HTML, in attributes too. */
export function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** A short name for a text: FNV-1a, eight hexadecimal digits. */
export function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return (h >>> 0).toString(16).padStart(8, "0");
}

function ownIds(body: string, prefix: string, start: string): string {
  const renamed = body
    .replace(/\sid="([^"]+)"/g, (_, id: string) => ` id="${prefix}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${prefix}-${id})`)
    .replace(/((?:xlink:)?href)="#([^"]+)"/g, (_, name: string, id: string) => `${name}="#${prefix}-${id}"`);
  return start + renamed;
}

function base64(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

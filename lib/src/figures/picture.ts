/** Finishes a drawing: ids that are unique on a page, its summary, and a copy on white paper for image elements. */
import { FONT } from "./theme.ts";

/** The SVG that pages show inline. Pages name it with the figure's alt; it carries the summary itself. */
export function picture(svg: string, { summary, prefix }: { summary: string; prefix: string }): string {
  const [opening] = /<svg\b[^>]*>/.exec(svg) ?? [""];
  const box = /viewBox="([^"]*)"/
    .exec(opening)?.[1]
    .split(/[\s,]+/)
    .map(Number) ?? [0, 0, 698, 320];
  const start = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.join(" ")}" width="${box[2]}" height="${box[3]}" font-family="${FONT}">`;
  const description = summary ? `<desc>${escapeText(summary)}</desc>` : "";
  return start + description + withOwnIds(svg.slice(svg.indexOf(opening) + opening.length), prefix);
}

/** An image element that shows the drawing anywhere, on white paper, because an image does not see the page's colours. */
export function imageOf(svg: string, alt: string): string {
  const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? ["", "698", "320"];
  const paper = `<rect width="${width}" height="${height}" fill="#fff"/>`;
  const onPaper = plainColours(svg).replace(/^<svg\b[^>]*>/, (opening) => opening + paper);
  return `<img alt="${escapeText(alt)}" width="${width}" style="max-width:100%;height:auto" src="data:image/svg+xml;base64,${base64(onPaper)}">`;
}

/** The drawing with the colours of white paper, for programs that know no style sheets. */
export function plainColours(svg: string): string {
  return svg
    .replace(/var\(--[\w-]+, light-dark\((#\w+), #\w+\)\)/g, "$1")
    .replace(/var\(--[\w-]+, (#\w+)\)/g, "$1")
    .replace(/currentColor/g, "#1a1a1a");
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

/** The inside of a drawing whose ids begin with a prefix, so that several drawings can be one. */
export function withOwnIds(body: string, prefix: string): string {
  return body
    .replace(/\sid="([^"]+)"/g, (_, id: string) => ` id="${prefix}-${id}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${prefix}-${id})`)
    .replace(/((?:xlink:)?href)="#([^"]+)"/g, (_, name: string, id: string) => `${name}="#${prefix}-${id}"`);
}

function base64(text: string): string {
  let bytes = "";
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** Makes a screenshot small: at most 255 colours, each pixel one byte. Pictures of smooth surfaces shrink to a third. */
import { deflateSync, inflateSync } from "node:zlib";

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, one byte each. */
  readonly rgb: Uint8Array;
}

/** The same picture as a PNG with a palette. Takes the PNGs that Chromium writes: 8 bits, RGB or RGBA, not interlaced. */
export function compactPng(png: Uint8Array, { colours = 224 } = {}): Buffer {
  const pixels = readPng(png);
  const palette = medianCut(pixels.rgb, colours);
  return writePng(pixels, palette, nearest(pixels.rgb, palette));
}

export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  const [width, height, depth, kind, , , interlaced] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    ...bytes.subarray(24, 29),
  ];
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced)
    throw new Error("png: only 8 bit RGB and RGBA without interlacing");
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const step = kind === 2 ? 3 : 4;
  return { width, height, rgb: unfilter(inflateSync(Buffer.concat(parts)), { width, height, step }) };
}

/** Undoes the five line filters of PNG and drops the transparency. */
function unfilter(
  raw: Uint8Array,
  { width, height, step }: { width: number; height: number; step: number },
): Uint8Array {
  const line = width * step;
  const out = new Uint8Array(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let i = 0; i < line; i++) {
      const a = i >= step ? out[y * line + i - step] : 0;
      const b = y > 0 ? out[(y - 1) * line + i] : 0;
      const c = i >= step && y > 0 ? out[(y - 1) * line + i - step] : 0;
      const guess =
        filter === 0 ? 0 : filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : paeth(a, b, c);
      out[y * line + i] = raw[y * (line + 1) + 1 + i] + guess;
    }
  }
  if (step === 3) return out;
  return out.filter((_, i) => i % 4 !== 3);
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Splits the colours that occur at the middle of their widest channel until there are enough boxes. */
function medianCut(rgb: Uint8Array, colours: number): number[][] {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const key = (rgb[i] << 16) | (rgb[i + 1] << 8) | rgb[i + 2];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const all = [...counts].map(([key, count]) => ({ c: [key >> 16, (key >> 8) & 255, key & 255], count }));
  const boxes = [all];
  while (boxes.length < colours) {
    const spreads = boxes.map((box) => Math.max(...[0, 1, 2].map((k) => range(box, k))) * Math.sqrt(box.length));
    const widest = spreads.indexOf(Math.max(...spreads));
    if (boxes[widest].length < 2) break;
    const channel = [0, 1, 2].reduce((best, k) => (range(boxes[widest], k) > range(boxes[widest], best) ? k : best), 0);
    const box = boxes[widest].sort((a, b) => a.c[channel] - b.c[channel] || a.c[0] - b.c[0] || a.c[1] - b.c[1]);
    boxes.splice(widest, 1, box.slice(0, box.length >> 1), box.slice(box.length >> 1));
  }
  return boxes.map((box) => {
    const total = box.reduce((sum, e) => sum + e.count, 0);
    return [0, 1, 2].map((k) => Math.round(box.reduce((sum, e) => sum + e.c[k] * e.count, 0) / total));
  });
}

function range(box: { c: number[] }[], channel: number): number {
  let [low, high] = [255, 0];
  for (const { c } of box) [low, high] = [Math.min(low, c[channel]), Math.max(high, c[channel])];
  return high - low;
}

function nearest(rgb: Uint8Array, palette: number[][]): Uint8Array {
  const known = new Map<number, number>();
  return Uint8Array.from({ length: rgb.length / 3 }, (_, i) => {
    const [r, g, b] = [rgb[3 * i], rgb[3 * i + 1], rgb[3 * i + 2]];
    const key = (r << 16) | (g << 8) | b;
    let index = known.get(key);
    if (index === undefined) {
      const distance = palette.map((p) => (p[0] - r) ** 2 + (p[1] - g) ** 2 + (p[2] - b) ** 2);
      index = distance.indexOf(Math.min(...distance));
      known.set(key, index);
    }
    return index;
  });
}

function writePng({ width, height }: Pixels, palette: number[][], indices: Uint8Array): Buffer {
  const raw = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) raw.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const data = deflateSync(raw, { level: 9 });
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, "latin1");
  out.set(data, 8);
  out.writeUInt32BE(crc(out.subarray(4, data.length + 8)), data.length + 8);
  return out;
}

function crc(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return (c ^ 0xffffffff) >>> 0;
}

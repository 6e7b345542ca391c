/** Text from an answer made harmless: one line, no control characters, no more than there is room for. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line of at most `room` characters, in which nothing steers a terminal or a page. */
export function inert(text: string, room = 300): string {
  const line = text
    .slice(0, 4 * room)
    .replaceAll(/\s*\r?\n\s*/g, " · ")
    .replaceAll(CONTROL, "�");
  return line.length > room ? `${line.slice(0, room - 1)}…` : line;
}

/** Lines of at most `width` characters, broken at spaces. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...pieces(word, width));
  }
  return lines;
}

const pieces = (word: string, width: number): string[] =>
  word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];

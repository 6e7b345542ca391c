/** A free name next to a file: `ch05-losses.new.ipynb`, then `ch05-losses.new-2.ipynb`, and so on. */
import { existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

export function beside(file: string, word: string): { readonly path: string; readonly name: string } {
  const ending = extname(file);
  const stem = basename(file, ending);
  for (let n = 1; ; n++) {
    const name = `${stem}.${word}${n === 1 ? "" : `-${n}`}${ending}`;
    const path = join(dirname(file), name);
    if (!existsSync(path)) return { path, name };
  }
}

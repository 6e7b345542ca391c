// British spelling, offline. Reads { pages: [row, text][][], known: string[] } as JSON from stdin; prints for each page
// [row, word, suggestions][] of the words that neither the dictionary nor words.txt has, each once.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Speller {
  correct(word: string): boolean;
  suggest(word: string): string[];
  add(word: string): Speller;
}
const require = createRequire(import.meta.url);
const nspell = require("nspell") as (aff: Buffer, dic: Buffer) => Speller;
const dictionary = join(import.meta.dirname, "../../node_modules/dictionary-en-gb");
const speller = nspell(readFileSync(join(dictionary, "index.aff")), readFileSync(join(dictionary, "index.dic")));

type Texts = readonly (readonly [number, string])[];
const { pages, known } = JSON.parse(readFileSync(0, "utf8")) as { pages: Texts[]; known: string[] };
const own = readFileSync(join(import.meta.dirname, "words.txt"), "utf8")
  .split("\n")
  .map((line) => line.replace(/#.*/, "").trim())
  .filter(Boolean);
for (const word of [...known, ...own]) speller.add(word);

const WORD = /[\p{L}][\p{L}\p{N}’'-]*/gu;
process.stdout.write(JSON.stringify(pages.map(misspelt)));

function misspelt(texts: Texts): [number, string, string][] {
  const found: [number, string, string][] = [];
  const seen = new Set<string>();
  for (const [row, text] of texts)
    for (const [raw] of text.matchAll(WORD)) {
      const word = raw.replaceAll("’", "'").replace(/'s$|['-]+$/, "");
      if (seen.has(word)) continue;
      seen.add(word);
      if (!right(word)) found.push([row, word, found.length < 9 ? speller.suggest(word).slice(0, 3).join(", ") : ""]);
    }
  return found;
}

/** Words of one letter, of capitals or inner capitals, with digits or of another script are names and not judged. */
function right(word: string): boolean {
  if (word.length < 2 || /[^\p{Script=Latin}'-]/u.test(word) || /.\p{Lu}/u.test(word)) return true;
  if (speller.correct(word) || speller.correct(word.toLowerCase())) return true;
  const parts = word.split("-").filter(Boolean);
  return parts.length > 1 && parts.every((part) => right(part));
}

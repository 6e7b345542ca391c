/** Texts as counts of words. Chapter 3. */
import { tensor } from "../tensor/create.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The words of a text in small letters: runs of letters, of any script. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/**
 * All words of the texts, in the order of the alphabet; of the training texts, so that a word of the test is new.
 * @example
 * vocabulary(["A green pear", "a pear"]); // [ 'a', 'green', 'pear' ]
 */
export function vocabulary(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(wordsOf))].sort();
}

/**
 * How often each word of the vocabulary stands in each text: [texts, words]. Other words are left out; the order of the
 * words in a text is lost. Chapter 3.
 * @example
 * bagOfWords(["green, green apple"], ["apple", "green", "pear"]); // Tensor [1, 3] 1 2 0
 */
export function bagOfWords(texts: readonly string[], words: readonly string[]): Tensor {
  const column = new Map(words.map((word, j) => [word, j]));
  const counts = new Float32Array(texts.length * words.length);
  for (const [i, text] of texts.entries())
    for (const word of wordsOf(text)) {
      const j = column.get(word);
      if (j !== undefined) counts[i * words.length + j]++;
    }
  return tensor(counts, { shape: [texts.length, words.length] });
}

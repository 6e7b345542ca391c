/** Answers that the reader has begun, kept in the browser: one text for each exercise. */
export const keyOf = (work: HTMLElement): string => `termwise.answer.v1.${work.dataset.exercise}`;

export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // a private window: the answer lasts as long as the page
  }
}

/** null forgets it. */
export function write(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // as above
  }
}

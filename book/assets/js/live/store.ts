/** A reader's changes to cells, kept in the browser by page and by the text that was changed. */

export interface Store {
  /** The reader's text of a cell, if there is one for just this stored text. */
  get(stored: string, occurrence: number): string | undefined;
  /** Keeps a text; undefined forgets it. */
  set(stored: string, occurrence: number, text: string | undefined): void;
}

export const keyOf = (page: string): string => `termwise.cells.v1:${page}`;

/** The page's path below the book's folder: the same wherever the book is put. */
export function pageName(): string {
  const base = new URL(document.documentElement.dataset.root || "./", location.href);
  return location.pathname.startsWith(base.pathname) ? location.pathname.slice(base.pathname.length) : "";
}

/** Without storage (some browsers refuse it to files), changes last as long as the page. */
export function openStore(page: string): Store {
  const key = keyOf(page);
  let texts: Record<string, string> = {};
  try {
    texts = JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {}
  const nameOf = (stored: string, occurrence: number): string => `${digest(stored)}-${occurrence}`;
  return {
    get: (stored, occurrence) => texts[nameOf(stored, occurrence)],
    set(stored, occurrence, text) {
      if (text === undefined) delete texts[nameOf(stored, occurrence)];
      else texts[nameOf(stored, occurrence)] = text;
      try {
        if (Object.keys(texts).length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(texts));
      } catch {}
    },
  };
}

/** Two 32-bit sums (FNV-1a from two seeds): enough to tell the cells of a page apart. */
function digest(text: string): string {
  const sum = (seed: number): string => {
    let hash = seed;
    for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
    return (hash >>> 0).toString(36);
  };
  return sum(0x811c9dc5) + sum(0x9e3779b9);
}

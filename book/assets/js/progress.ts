/**
 * The reader's progress in the browser: kept in its storage, and in the checkout's file when `npm start` serves the
 * page. Nothing is sent anywhere else. Without storage (private windows) it lasts as long as the page.
 */
import { empty, merge, type ProgressData, parse, print } from "../../../tools/learner/progress/data.ts";
import * as record from "../../../tools/learner/progress/record.ts";

export type { ProgressData } from "../../../tools/learner/progress/data.ts";

export const KEY = "termwise.progress.v1";

export interface Progress {
  /** The reader knows a term, or takes that back. */
  termRead(id: string, read?: boolean): void;
  sectionRead(id: string, read?: boolean): void;
  exerciseChecked(id: string, result: { score: number; points: number }): void;
  /** A right answer makes the `terms` that the question is about known. */
  questionAnswered(id: string, right: boolean, terms?: readonly string[]): void;
  drawnToday(day: string, ids: readonly string[]): void;
  clear(): void;
  read(): ProgressData;
  /** Calls `f` after every change, also of another tab or of the checkout. Returns the function that ends this. */
  onChange(f: (data: ProgressData) => void): () => void;
  exportText(): string;
  /** Merges what was exported elsewhere. Throws with a sentence for the reader. */
  importText(text: string): void;
  /** Where it is kept: in the browser, also in the checkout's file, or only as long as this page is open. */
  readonly kept: "browser" | "checkout" | "page";
}

const slots = globalThis as unknown as { termwiseProgress?: Progress };

/** The progress of this page: one for all its scripts. */
export function progress(): Progress {
  slots.termwiseProgress ??= open(storage(), document.documentElement.dataset.progress);
  return slots.termwiseProgress;
}

interface Store {
  works(): boolean;
  get(): string | null;
  set(text: string): boolean;
}

function storage(): Store {
  const get = (): string | null => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  const set = (text: string): boolean => {
    try {
      localStorage.setItem(KEY, text);
      return true;
    } catch {
      return false;
    }
  };
  const works = (): boolean => {
    try {
      localStorage.setItem(`${KEY}.probe`, "1");
      localStorage.removeItem(`${KEY}.probe`);
      return true;
    } catch {
      return false;
    }
  };
  return { works, get, set };
}

function open(store: Store, address: string | undefined): Progress {
  let data = read(store) ?? empty();
  let kept: "browser" | "page" = store.works() ? "browser" : "page";
  const listeners = new Set<(data: ProgressData) => void>();
  const take = (next: ProgressData): void => {
    const changed = compact(next) !== compact(data);
    data = next;
    if (changed) for (const f of listeners) f(data);
  };
  const file =
    address === undefined
      ? null
      : checkout(
          address,
          () => data,
          (theirs) => {
            const next = merge(data, theirs);
            if (!store.set(compact(next))) kept = "page";
            take(next);
          },
        );
  const change = (f: record.Change | ((data: ProgressData) => ProgressData)): void => {
    const latest = merge(data, read(store) ?? data); // another tab may have written
    const next = f(latest, new Date());
    if (!store.set(compact(next))) kept = "page";
    take(next);
    file?.changed();
  };
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) take(merge(data, read(store) ?? data));
  });
  return {
    termRead: (id, yes) => change(record.termRead(id, yes)),
    sectionRead: (id, yes) => change(record.sectionRead(id, yes)),
    exerciseChecked: (id, result) => change(record.exerciseChecked(id, result)),
    questionAnswered: (id, right, terms) => change(record.questionAnswered(id, right, terms)),
    drawnToday: (day, ids) => change(record.drawnToday(day, ids)),
    clear: () => change(record.clear),
    read: () => data,
    onChange(f) {
      listeners.add(f);
      return () => void listeners.delete(f);
    },
    exportText: () => print(data),
    importText(text) {
      const other = parse(text);
      change((mine: ProgressData) => merge(mine, other));
    },
    get kept() {
      return file?.connected() ? "checkout" : kept;
    },
  };
}

const compact = (data: ProgressData): string => JSON.stringify(data);

/** Damaged storage counts as none: it is the browser's own copy, and nobody writes it by hand. */
function read(store: Store): ProgressData | null {
  const text = store.get();
  try {
    return text === null ? null : parse(text);
  } catch {
    return null;
  }
}

/** Keeps the page and the checkout's file alike. The server that `npm start` runs names its address in the page. */
function checkout(address: string, mine: () => ProgressData, take: (data: ProgressData) => void) {
  let there = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const exchange = async (keepalive = false): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const headers = { "content-type": "application/json" };
    try {
      const response = await fetch(address, { method: "POST", headers, body: compact(mine()), keepalive });
      there = response.ok;
      if (there) take(parse(await response.text()));
    } catch {
      there = false; // the server ended; the browser's own copy goes on
    }
  };
  void exchange();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" || timer !== undefined) void exchange(true);
  });
  return {
    connected: () => there,
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void exchange(), 200);
    },
  };
}

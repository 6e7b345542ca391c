/** What the ways of answering have in common: by choice, by number, by order. */
/** One way of answering: its controls, and what they hold. */
export interface Controls {
  readonly element: HTMLElement;
  /** Looks at the answer, shows what is to be said about it, and says whether it was right; null: nothing to look at yet. */
  check(): Verdict | null;
  /** Shows the right answer with all reasons. */
  show(): void;
  /** Chooses by key; false when that key chooses nothing. */
  press(key: string): boolean;
  /** Whether there is an answer to check. */
  ready(): boolean;
}
export interface Verdict {
  readonly right: boolean;
  /** Nothing more can be tried. */
  readonly over: boolean;
  readonly says: string;
}

export function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

export function button(text: string, className: string): HTMLButtonElement {
  const made = element("button", className);
  made.type = "button";
  made.textContent = text;
  return made;
}

/** What the page has stays there, for printing. */
export function copies(of: HTMLElement | null): Node[] {
  return [...(of?.childNodes ?? [])].map((node) => node.cloneNode(true));
}

/** Makes an element with properties, attributes and children in one expression. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  made.append(...children);
  return made;
}

/** JupyterLab takes no arrow or letter from an element that says so; on a parent it would not count. */
export const OWN_KEYS = { "data-lm-suppress-shortcuts": "true" } as const;

/** "learningRate" and "learning-rate" read as "learning rate". */
export const spoken = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`).replace(/[-_]/g, " ");

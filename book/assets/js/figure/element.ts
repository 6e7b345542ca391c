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

const ICONS = {
  first: "M4 3v10M13 3L6 8l7 5z",
  back: "M11 3L4 8l7 5z",
  next: "M5 3l7 5-7 5z",
  last: "M12 3v10M3 3l7 5-7 5z",
  pause: "M5 3v10M11 3v10",
} as const;

/** A small picture on a button, in the colour of its text; fonts have these signs in every size, or not at all. */
export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS(svg.namespaceURI, "path");
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: "14", height: "14", "aria-hidden": "true" }))
    svg.setAttribute(key, value);
  const look = {
    d: ICONS[name],
    fill: "currentColor",
    stroke: "currentColor",
    "stroke-width": "2",
    "stroke-linejoin": "round",
  };
  for (const [key, value] of Object.entries(look)) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}

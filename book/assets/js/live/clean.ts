/** HTML that a cell made enters the page as text, tables and pictures: no script, no address, no form, no frame. */
const ELEMENTS = new Set(
  `a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img
  ins kbd li mark ol p pre s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var`.split(
    /\s+/,
  ),
);
const ATTRIBUTES =
  /^(?:class|style|title|lang|dir|alt|width|height|colspan|rowspan|scope|open|href|src|start|reversed|aria-label|role)$/;

/** A fragment for this document. SVG goes through figure/clean.ts instead. */
export function cleanHtml(text: string): DocumentFragment {
  const { body } = new DOMParser().parseFromString(text, "text/html");
  for (const element of [...body.querySelectorAll("*")]) {
    if (ELEMENTS.has(element.localName)) cleanAttributes(element);
    else element.remove();
  }
  const fragment = document.createDocumentFragment();
  fragment.append(...[...body.childNodes].map((node) => document.importNode(node, true)));
  return fragment;
}

function cleanAttributes(element: Element): void {
  for (const { name, value } of [...element.attributes]) if (!isFine(name, value)) element.removeAttribute(name);
  if (element.localName === "a") element.setAttribute("rel", "noopener noreferrer");
}

function isFine(name: string, value: string): boolean {
  if (!ATTRIBUTES.test(name)) return false;
  if (name === "src") return /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)[;,]/i.test(value);
  if (name === "href") return /^(?:#|https?:)/i.test(value.trim());
  if (name === "style") return !/url|image|import|expression|position\s*:\s*(?:fixed|sticky)|\\/i.test(value);
  return true;
}

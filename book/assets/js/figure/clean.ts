/** SVG that a program drew enters the page only as shapes and text: no script, no style sheet, no address, own ids. */
const ALLOWED = new Set(
  "svg g defs marker path line rect circle ellipse polyline polygon text tspan title desc clipPath linearGradient radialGradient stop pattern use symbol".split(
    " ",
  ),
);
const SVG = "http://www.w3.org/2000/svg";

/** The text of an SVG as an element of this page, its ids beginning with `prefix`. Throws when it is not SVG. */
export function cleanSvg(text: string, prefix: string): SVGSVGElement {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg") throw new Error("the drawing is not valid SVG");
  for (const element of [root, ...root.querySelectorAll("*")]) {
    if (element.namespaceURI !== SVG || !ALLOWED.has(element.localName)) element.remove();
    else for (const { name, value } of [...element.attributes]) cleanAttribute(element, { name, value, prefix });
  }
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

function cleanAttribute(
  element: Element,
  { name, value, prefix }: { name: string; value: string; prefix: string },
): void {
  const link = /href$/i.test(name);
  const outside = link ? !value.startsWith("#") : /url\((?!#[\w-]+\))/i.test(value);
  // Nothing in a drawing moves the focus, names a role of its own or is styled by classes of the page.
  if (/^on|^style$|^class$|^tabindex$|^role$|^aria-|^data-/i.test(name) || outside) element.removeAttribute(name);
  else if (name === "id") element.id = prefix + value;
  else if (link) element.setAttribute(name, `#${prefix}${value.slice(1)}`);
  else if (value.includes("url(#")) element.setAttribute(name, value.replaceAll("url(#", `url(#${prefix}`));
}

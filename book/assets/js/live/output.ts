/** What a cell gave, drawn as the stored outputs are: text, figures that move, reports, errors with their line. */
import { cleanSvg } from "../figure/clean.ts";
import { cleanHtml } from "./clean.ts";
import type { Bundle, Failure, Output } from "./protocol.ts";

const KINDS: Readonly<Record<string, string>> = {
  "application/vnd.termwise.live+json": "figure",
  "application/vnd.vegalite.v5+json": "vega",
  "application/vnd.plotly.v1+json": "plotly",
};
let drawn = 0;

/** Adds an output below those that are there. Text that continues joins the text above it. */
export function draw(output: Output, place: HTMLElement): void {
  if (output.type === "stream") stream(output.name, output.text, place);
  else if (output.type === "error") place.append(failure(output));
  else display(output.data, place);
}

function stream(name: string, text: string, place: HTMLElement): void {
  const last = place.lastElementChild;
  if (last instanceof HTMLElement && last.dataset.stream === name) {
    last.querySelector("pre")?.append(text);
    return;
  }
  const box = element("div", `output stream ${name}`);
  box.dataset.stream = name;
  box.append(scrolling(text));
  place.append(box);
}

/** The first line stands out: it says what is wrong; places in the reader's cells follow. */
function failure({ trace }: Failure): HTMLElement {
  const box = element("div", "output traceback");
  const pre = scrolling("");
  const [first, ...rest] = trace;
  pre.append(element("strong", "", first), rest.map((line) => `\n${line}`).join(""));
  box.append(pre);
  return box;
}

function scrolling(text: string): HTMLPreElement {
  const pre = element("pre", "", text) as HTMLPreElement;
  pre.tabIndex = 0; // what scrolls must be in reach of the keyboard
  return pre;
}

function display(data: Bundle, place: HTMLElement): void {
  const alt = textOf(data["text/plain"]).trim();
  const mime = Object.keys(KINDS).find((one) => one in data);
  const svg = data["image/svg+xml"];
  if (mime) moving(KINDS[mime], data[mime], { svg, alt, place });
  else if (typeof svg === "string") place.append(picture(drawing(svg, alt)));
  else if (typeof data["image/png"] === "string") place.append(picture(image(data["image/png"], alt)));
  else if (typeof data["text/html"] === "string") {
    const box = element("div", "output text_html");
    box.append(cleanHtml(data["text/html"]));
    place.append(box);
  } else stream("stdout", `${textOf(data["text/markdown"]) || alt || JSON.stringify(data)}\n`, place);
}

/** In the form in which stored figures stand in the page, so that the same script brings them to life. */
function moving(
  kind: string,
  spec: unknown,
  { svg, alt, place }: { svg: unknown; alt: string; place: HTMLElement },
): void {
  const still = typeof svg === "string" ? drawing(svg, alt) : element("p", "", alt);
  still.setAttribute("role", "img"); // its name goes over to what moves in its place
  still.setAttribute("aria-label", alt);
  const box = kind === "figure" ? element("div", "") : picture();
  const data = document.createElement("script");
  data.type = "application/json";
  data.textContent = JSON.stringify(spec);
  const holder = kind === "figure" ? picture(still) : element("div", "still");
  if (kind !== "figure") holder.append(still);
  box.dataset.live = kind;
  box.append(holder, data);
  place.append(box);
  box.dispatchEvent(new CustomEvent("termwise:figure", { bubbles: true }));
}

function picture(...children: Node[]): HTMLElement {
  const box = element("div", "picture");
  box.append(...children);
  return box;
}

function drawing(text: string, alt: string): SVGSVGElement {
  const svg = cleanSvg(text, `live${++drawn}-`);
  const description = svg.querySelector(":scope > desc");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alt);
  if (description) {
    description.id = `live${drawn}-desc`;
    svg.setAttribute("aria-describedby", description.id);
  }
  const width = svg.viewBox.baseVal?.width;
  if (width) svg.style.setProperty("--drawn", `${width}px`);
  return svg;
}

function image(base64: string, alt: string): HTMLImageElement {
  const img = document.createElement("img");
  img.src = `data:image/png;base64,${base64}`;
  img.alt = alt;
  return img;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

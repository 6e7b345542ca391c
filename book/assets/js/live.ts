/** Interactive figures: the picture stays until the figure comes into view (Vega, controls) or is asked for (Plotly). */
import { keepingFocus } from "./focus.ts";

type Drawer = (place: HTMLElement, spec: unknown) => Promise<void> | object;

const root = document.documentElement.dataset.root ?? "";
const loading = new Map<string, Promise<Drawer>>();

export function liveFigures(): void {
  document.addEventListener("termwise:figure", ({ target }) => begin(target as HTMLElement)); // a live cell drew it
  const figures = document.querySelectorAll<HTMLElement>("[data-live]");
  if (figures.length === 0) return;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        begin(target as HTMLElement);
      }
    },
    { rootMargin: "200px" },
  );
  for (const figure of figures) observer.observe(figure);
}

function begin(figure: HTMLElement): void {
  if (figure.dataset.live === "figure") void enliven(figure);
  else if (figure.dataset.live === "vega") void upgrade(figure);
  else offer(figure);
}

/** Figures with controls, and how their workers end. */
const enlivened = new Map<HTMLElement, { dispose(): void }>();

/** A figure with controls keeps its picture; the controls come below it. */
async function enliven(figure: HTMLElement): Promise<void> {
  const source = figure.querySelector("script[type='application/json']")?.textContent;
  if (!source) return;
  try {
    const made = (await (await drawer("figure"))(figure, JSON.parse(source))) as { dispose(): void };
    for (const [place, { dispose }] of enlivened) {
      if (place.isConnected) continue; // a cell that ran again has taken its figure out of the page
      dispose();
      enlivened.delete(place);
    }
    enlivened.set(figure, made);
  } catch (error) {
    console.error("the figure stays a picture:", error);
  }
}

/** Plotly is large: a button under the picture fetches it. */
function offer(figure: HTMLElement): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button turn-it";
  button.textContent = "Turn and zoom";
  button.addEventListener("click", () => {
    button.remove();
    void upgrade(figure);
  });
  keepingFocus(() => figure.append(button));
}

async function upgrade(figure: HTMLElement): Promise<void> {
  const still = figure.querySelector<HTMLElement>(".still");
  const source = figure.querySelector("script[type='application/json']")?.textContent;
  if (!still || !source) return;
  const place = document.createElement("div");
  place.className = "moving";
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", still.querySelector("[aria-label]")?.getAttribute("aria-label") ?? "");
  place.style.minHeight = `${still.offsetHeight}px`;
  try {
    const draw = await drawer(figure.dataset.live as string);
    still.hidden = true;
    figure.append(place);
    await draw(place, JSON.parse(source));
  } catch (error) {
    place.remove();
    still.hidden = false;
    console.error("the figure stays a picture:", error);
  }
}

/** Loads `vega.js`, `plotly.js` or `figure.js` once; each sets `termwiseDraw.<name>`. A classic script also works from file://. */
function drawer(name: string): Promise<Drawer> {
  let found = loading.get(name);
  if (!found) {
    found = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${root}_static/${name}.js`;
      script.onload = () =>
        resolve((globalThis as unknown as { termwiseDraw: Record<string, Drawer> }).termwiseDraw[name]);
      script.onerror = () => reject(new Error(`${name}.js did not load`));
      document.head.append(script);
    });
    loading.set(name, found);
  }
  return found;
}

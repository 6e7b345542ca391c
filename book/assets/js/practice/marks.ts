/** Unobtrusive marks: ✓ beside what is read, known or solved, and "I know this" on the card and page of a term. */
import { type Progress, type ProgressData, progress } from "../progress.ts";
import { button, element } from "../questions/controls.ts";

const WORDS_A_SECOND = 8; // twice as fast as people read: skimming something known is reading, too
const LEAST_SECONDS = 5;

export function marks(): void {
  const mine = progress();
  const show = (data: ProgressData): void => {
    contents(data);
    exercises(data);
    terms(data);
  };
  for (const [id, place] of termPlaces()) knowButton(mine, id, place);
  if (document.body.classList.contains("chapter-page") || document.querySelector(".cell")) sectionsRead(mine);
  mine.onChange(show);
  show(mine.read());
}

/** `ch05-activations`, `terms/softmax`: the page within the book, the same wherever the book lies. */
function pageName(): string {
  const here = decodeURIComponent(location.pathname)
    .replace(/\/$/, "/index.html")
    .replace(/\.html$/, "");
  const depth = (document.documentElement.dataset.root ?? "").split("../").length;
  return here.split("/").slice(-depth).join("/");
}

function contents(data: ProgressData): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#rail .contents li > a")) {
    const own = link.hash && link.closest(".sections");
    const file =
      link.pathname
        .split("/")
        .at(-1)
        ?.replace(/\.html$/, "") ?? "";
    tick(link, data.sections[own ? `${pageName()}${link.hash}` : file]?.read ?? false, "read");
  }
}

function exercises(data: ProgressData): void {
  for (const card of document.querySelectorAll<HTMLElement>(".exercise-card")) {
    const link = card.querySelector<HTMLAnchorElement>(".card-title a");
    const [, chapter, number] = /exercises\/([el]\d+)-(\w+)\.html/.exec(link?.href ?? "") ?? [];
    if (link && chapter) tick(link, Boolean(data.exercises[`${chapter.toUpperCase()}.${number}`]?.solved), "solved");
  }
}

function terms(data: ProgressData): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".term-list dt a")) {
    const id = /terms\/([\w-]+)\.html/.exec(link.href)?.[1] ?? /([\w-]+)\.html#term-\1$/.exec(link.href)?.[1];
    if (id) tick(link, data.terms[id]?.read ?? false, "known");
  }
}

function tick(place: HTMLElement, yes: boolean, word: string): void {
  const there = place.querySelector(":scope > .tick");
  if (!yes) there?.remove();
  if (!yes || there) return;
  const mark = element("span", "tick");
  const said = element("span", "unseen");
  said.textContent = ` (${word})`;
  mark.append(said);
  place.append(mark);
}

/** Cards in chapters, and the page of a term. */
function termPlaces(): [string, HTMLElement][] {
  const cards = [...document.querySelectorAll<HTMLElement>(".term-card[id^=term-]")];
  const [, own] = /^terms\/([\w-]+)$/.exec(pageName()) ?? [];
  const title = document.querySelector<HTMLElement>(".term-page article h1");
  const places = cards.map((card): [string, HTMLElement] => [card.id.slice("term-".length), card]);
  return own && title ? [...places, [own, title.parentElement as HTMLElement]] : places;
}

function knowButton(mine: Progress, id: string, place: HTMLElement): void {
  const tools = element("div", "tools know");
  const know = button("", "button framed");
  const show = (): void => {
    const yes = mine.read().terms[id]?.read ?? false;
    know.setAttribute("aria-pressed", String(yes));
    know.textContent = yes ? "✓ I know this" : "I know this";
  };
  know.addEventListener("click", () => mine.termRead(id, !(mine.read().terms[id]?.read ?? false)));
  mine.onChange(show);
  show();
  tools.append(know);
  place.append(tools);
}

/** A section is read when it was in view for about as long as reading takes, and its end was reached. */
function sectionsRead(mine: Progress): void {
  const page = pageName();
  const all = [...document.querySelectorAll<HTMLElement>("article section section[id]")].filter(
    (one) => one.parentElement?.parentElement?.closest("section") === null,
  );
  if (all.length === 0) return;
  const rest = new Set(all.filter(({ id }) => !mine.read().sections[`${page}#${id}`]));
  const seconds = new Map<HTMLElement, number>();
  const timer = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    for (const section of rest) {
      const { top, bottom } = section.getBoundingClientRect();
      if (top > 0.75 * innerHeight || bottom < 0.25 * innerHeight) continue;
      const spent = (seconds.get(section) ?? 0) + 1;
      seconds.set(section, spent);
      if (bottom > innerHeight || spent < needed(section)) continue;
      rest.delete(section);
      mine.sectionRead(`${page}#${section.id}`);
    }
    const read = all.every(({ id }) => mine.read().sections[`${page}#${id}`]?.read);
    if (read && !mine.read().sections[page]) mine.sectionRead(page);
    if (rest.size === 0) clearInterval(timer);
  }, 1000);
}

/** Text only: formulas, code and the data of figures have many words that nobody reads. */
function needed(section: HTMLElement): number {
  const texts = [
    ...section.querySelectorAll(":scope > p, :scope > ul > li, :scope > ol > li, .mistake p, .term-card p"),
  ];
  const words = texts.reduce((sum, one) => sum + (one.textContent ?? "").split(/\s+/).length, 0);
  return Math.max(LEAST_SECONDS, words / WORDS_A_SECOND);
}

/**
 * Term cards: a pointer that rests on the link of a term, or the focus on it, opens its definition; Escape closes it.
 * On a touch screen the first tap opens the card, and a second tap or "Read more" leads on. Each card is a small script
 * that is loaded when it is first asked for.
 */
interface Card {
  en: string;
  zh: string;
  text: string;
  formula: string;
  home: string;
}

const root = document.documentElement.dataset.root ?? "";
const known = new Map<string, Card>();
const loading = new Map<string, Promise<Card | undefined>>();
const REST = 220; // ms: a pointer that passes over a word does not want its definition
const without = ".contents, .turn, .term-list dt, .card-title, .tw-card, .search";

export function termCards(): void {
  const slots = globalThis as unknown as { termwiseCard?: (id: string, card: Card) => void };
  slots.termwiseCard = (id, card) => known.set(id, card);
  const box = document.createElement("div");
  if (!("popover" in box)) return; // an old browser: the link still leads to the term's page
  let owner: HTMLAnchorElement | undefined;
  let wanted: HTMLAnchorElement | undefined;
  let touched = false;
  let timer = 0;

  const later = (what: () => void, wait = REST): void => {
    clearTimeout(timer);
    timer = window.setTimeout(what, wait);
  };
  const close = (): void => {
    clearTimeout(timer);
    wanted = undefined;
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = undefined;
    box.hidePopover();
  };
  const open = async (link: HTMLAnchorElement): Promise<void> => {
    if (owner === link) return;
    wanted = link;
    const card = await cardOf(termOf(link) ?? "");
    if (!card || wanted !== link) return;
    close();
    fill(box, card, link.href);
    owner = link;
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    shrink(box);
    place(box, link);
  };

  box.className = "tw-card";
  box.id = "term-card";
  box.setAttribute("popover", "manual");
  (document.querySelector("main") ?? document.body).append(box);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(close));

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event.target);
    if (link) later(() => void open(link), owner === link ? 0 : REST);
  });
  document.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || !linkAt(event.target)) return;
    later(close);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible")) void open(link);
    else if (owner && !box.contains(event.target as Node)) close();
  });
  document.addEventListener("focusout", (event) => {
    if (linkAt(event.target) && !box.contains(event.relatedTarget as Node | null)) close();
  });
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (owner && !owner.contains(event.target as Node) && !box.contains(event.target as Node)) close();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link || !touched || owner === link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    void open(link);
  });
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !owner) return;
      event.stopPropagation(); // one Escape closes one thing
      close();
    },
    { capture: true },
  );
  const follow = (): void => {
    if (owner) place(box, owner);
  };
  addEventListener("scroll", follow, { passive: true, capture: true });
  addEventListener("resize", follow);
}

/** The link to a term at this place, unless its definition stands beside it. */
function linkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = (target as Element | null)?.closest?.<HTMLAnchorElement>('a[href*="#term-"]');
  return link && !link.closest(without) && termOf(link) ? link : undefined;
}

/** `…/terms/softmax.html#term-softmax` is softmax; a link within its own page is none. */
function termOf(link: HTMLAnchorElement): string | undefined {
  const id = /\/terms\/([\w-]+)\.html$/.exec(link.pathname)?.[1];
  return id && link.hash === `#term-${id}` && link.pathname !== location.pathname ? id : undefined;
}

function cardOf(id: string): Promise<Card | undefined> {
  let found = loading.get(id);
  if (!found) {
    found = new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${root}_static/cards/${id}.js`;
      script.onload = () => resolve(known.get(id));
      script.onerror = () => resolve(undefined); // the link is still a link
      document.head.append(script);
    });
    loading.set(id, found);
  }
  return found;
}

function fill(box: HTMLElement, card: Card, address: string): void {
  const chinese = card.zh ? ` <span lang="zh-Hans">${card.zh}</span>` : "";
  const formula = card.formula ? `<div class="tw-card-formula">${card.formula}</div>` : "";
  box.innerHTML = `<p class="tw-card-name"><b>${card.en}</b>${chinese}</p><p>${card.text}</p>${formula}
    <p class="tw-card-more"><a tabindex="-1">Read more</a> <span>${card.home}</span></p>`;
  (box.querySelector("a") as HTMLAnchorElement).href = address;
  if (card.formula) mathematics();
}

/** Pages without formulas have not loaded the style of formulas. */
function mathematics(): void {
  if (document.querySelector('link[href*="katex.css"]')) return;
  const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${root}_static/katex.css` });
  document.head.append(style);
}

/** A formula a little too wide for the card is set smaller; one much too wide scrolls. */
function shrink(box: HTMLElement): void {
  const formula = box.querySelector<HTMLElement>(".tw-card-formula");
  if (!formula || formula.scrollWidth <= formula.clientWidth) return;
  formula.style.fontSize = `${Math.max(0.75, (0.98 * formula.clientWidth) / formula.scrollWidth)}em`;
}

/** Under the link where there is room, else above it; never beyond the window. */
function place(box: HTMLElement, link: HTMLElement): void {
  const lines = [...link.getClientRects()];
  const line = lines.at(-1);
  if (!line) return;
  const { width, height } = box.getBoundingClientRect();
  const gap = 6;
  const left = Math.min(Math.max(line.left, 12), document.documentElement.clientWidth - width - 12);
  const below = line.bottom + gap;
  const above = (lines[0] as DOMRect).top - gap - height;
  box.style.left = `${left}px`;
  box.style.top = `${below + height > innerHeight && above > 0 ? above : below}px`;
}

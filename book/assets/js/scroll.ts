/** What scrolls sideways can be reached by keyboard, for as long as it scrolls, and says what it is. */
const names: Readonly<Record<string, string>> = {
  ".picture": "Figure, scrolls sideways",
  ".scrolls": "Table, scrolls sideways",
  ".katex-display": "",
  pre: "",
};

export function reachable(): void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) mark(target as HTMLElement);
  });
  for (const box of document.querySelectorAll<HTMLElement>(Object.keys(names).join())) watch.observe(box);
  document.addEventListener("termwise:output", ({ target }) => {
    for (const box of (target as HTMLElement).querySelectorAll<HTMLElement>(".picture")) watch.observe(box);
  });
}

/** Called once at the start and whenever the box changes its size. One that has the focus keeps it until it is left. */
function mark(box: HTMLElement): void {
  const name = Object.entries(names).find(([selector]) => box.matches(selector))?.[1] ?? "";
  const attributes = { tabindex: "0", ...(name ? { role: "group", "aria-label": name } : {}) };
  const scrolls = box.scrollWidth > box.clientWidth;
  const kept = !scrolls && box === document.activeElement; // such as a picture that is drawn again, for a phone
  if (kept) box.addEventListener("blur", () => mark(box), { once: true });
  for (const [attribute, value] of Object.entries(attributes))
    if (scrolls || kept) box.setAttribute(attribute, value);
    else box.removeAttribute(attribute);
}

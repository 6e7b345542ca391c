/**
 * Predict first: what follows the question is hidden until it is answered. That is the output of the next cell, and
 * everything up to the next cell with visible code, the next heading or the next question.
 */
import { button, element } from "./controls.ts";

/** Hides what follows. Returns the function that shows it. */
export function cover(box: HTMLElement): () => void {
  const parts = following(box);
  if (parts.length === 0) return () => {};
  const note = element("p", "predict-cover");
  const show = button("Show it now", "button framed");
  note.append("What comes out is hidden until you have answered. ", show);
  const watch = new MutationObserver(() => reveal()); // the reader ran the cell
  const reveal = (): void => {
    watch.disconnect();
    note.remove();
    for (const part of parts) part.removeAttribute("hidden");
  };
  for (const part of parts) {
    part.setAttribute("hidden", "until-found"); // searching in the page, and links, still lead there
    part.addEventListener("beforematch", reveal);
    watch.observe(part, { childList: true, subtree: true });
  }
  const [first] = parts;
  first.before(note);
  show.addEventListener("click", () => {
    reveal();
    first.tabIndex = -1;
    first.focus();
  });
  const led = (): void => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && parts.some((part) => part.contains(target))) {
      reveal();
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", led);
  led();
  return reveal;
}

function following(box: HTMLElement): HTMLElement[] {
  const parts: HTMLElement[] = [];
  let cells = 0;
  for (
    let next = box.nextElementSibling as HTMLElement | null;
    next;
    next = next.nextElementSibling as HTMLElement | null
  ) {
    if (next.matches("section, h2, h3, h4, .question, .quiz")) break;
    const isCell = next.matches(".cell");
    const draws = next.querySelector(":scope > details") !== null;
    if (isCell && cells > 0 && !draws) break;
    if (isCell && !draws) parts.push(...next.querySelectorAll<HTMLElement>(":scope > .cell_output"));
    else if (isCell || cells > 0) parts.push(next);
    cells += Number(isCell);
  }
  return parts;
}

/** Numbers in the text that a cell computed: when a reader's run gives another one, the text follows and says whose it is. */

/** The stored text of each place. */
const stored = new WeakMap<HTMLElement, string>();

/** Puts a recorded value wherever the text quotes it. */
export function updateValue(name: string, text: string): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-value="${CSS.escape(name)}"]`)) {
    if (!stored.has(place)) stored.set(place, place.textContent ?? "");
    const printed = stored.get(place) as string;
    const own = text !== printed;
    place.textContent = text;
    place.classList.toggle("yours", own);
    if (!own) {
      place.removeAttribute("title");
      continue;
    }
    place.title = `From your run. Printed here: ${printed}`;
    const said = document.createElement("span");
    said.className = "unseen";
    said.textContent = ` (yours; printed: ${printed})`;
    place.append(said);
  }
}

/** The text as it was printed. */
export function restoreValues(names: Iterable<string>): void {
  for (const name of names)
    for (const place of document.querySelectorAll<HTMLElement>(`[data-value="${CSS.escape(name)}"]`)) {
      const text = stored.get(place);
      if (text === undefined) continue;
      place.textContent = text;
      place.classList.remove("yours");
      place.removeAttribute("title");
    }
}

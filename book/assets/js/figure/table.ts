/** The numbers of the current frame as a table, folded until somebody wants them. */
import type { Table } from "../../../../lib/src/figures/figure.ts";
import { element, OWN_KEYS } from "./element.ts";

/** `opened` is called when the table is unfolded; `show` fills it while it is open. */
export function dataTable(opened: () => void): {
  element: HTMLElement;
  show(table: Table | undefined, words: string): void;
} {
  const box = element("div", { class: "live-table" });
  const details = element("details", { class: "live-data" }, element("summary", { ...OWN_KEYS }, "Data"), box);
  details.addEventListener("toggle", () => details.open && opened());
  return {
    element: details,
    show(table, words) {
      if (!details.open) return;
      box.replaceChildren(table && table.rows.length > 0 ? tableOf(table, words) : element("p", {}, words));
      const scrolls = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
      const reachable = { tabindex: "0", role: "group", "aria-label": "Data of the figure" };
      for (const [name, value] of Object.entries(reachable))
        if (scrolls) box.setAttribute(name, value);
        else box.removeAttribute(name);
    },
  };
}

function tableOf({ columns, rows }: Table, words: string): HTMLTableElement {
  const head = element("tr", {}, ...columns.map((name) => element("th", { scope: "col" }, name)));
  const body = rows.map((row) => element("tr", {}, ...row.map((value) => element("td", {}, String(value)))));
  const caption = element("caption", {}, words);
  return element("table", {}, caption, element("thead", {}, head), element("tbody", {}, ...body));
}

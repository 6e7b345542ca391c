/** The solution beside the reader's answer: lines that only one of them has are marked. */
import { element } from "../questions/controls.ts";

/** Puts the answer beside the code of an opened solution. Again: brings it up to date. */
export function compare(solution: HTMLElement, answer: string): void {
  const code = solution.querySelector<HTMLElement>("[class*=highlight-]");
  const text = code?.querySelector("pre")?.textContent;
  if (!code || text === undefined || text === null) return;
  solution.querySelector(".solution-pair")?.remove();
  const pair = element("div", "solution-pair");
  pair.append(
    column("Your answer", answer, { other: text, mark: "−" }),
    column("The solution", text, { other: answer, mark: "+" }),
  );
  code.after(pair);
  code.hidden = true;
}

function column(title: string, text: string, { other, mark }: { other: string; mark: string }): HTMLElement {
  const box = element("div", "solution-side");
  const caption = element("p", "facts-line");
  caption.textContent = title;
  const pre = element("pre", "");
  pre.tabIndex = 0;
  const known = new Set(other.split("\n").map(plain));
  for (const line of text.trimEnd().split("\n")) {
    const own = plain(line) !== "" && !known.has(plain(line));
    const row = element(own ? "mark" : "span", "");
    row.dataset.mark = own ? mark : " ";
    row.textContent = `${line}\n`;
    pre.append(row);
  }
  box.append(caption, pre);
  return box;
}

/** Spaces and comments at the end make no difference. */
const plain = (line: string): string =>
  line
    .replace(/\/\/.*$/, "")
    .replaceAll(/\s+/g, " ")
    .trim();

/** A report as HTML for a notebook or the book: reads well with its style sheet, without it, in light and in dark. */
import { details, headline, MARKS, SPOKEN, scored, tally } from "./lines.ts";
import type { Report } from "./report.ts";
import type { TestReport } from "./run.ts";
import { STYLE } from "./style.ts";

export function asHtml(r: Report): string {
  const share = Math.round((100 * r.score) / Math.max(1, r.points));
  const name = `${inertHtml(r.id)}: ${scored(r)}`;
  return [
    `<section class="tw-check" aria-label="Check of ${name}"><style>${STYLE}</style>`,
    `<header><b>${inertHtml(r.id)}</b> <span class="tw-title">${inertHtml(r.title)}</span> `,
    `<span class="tw-score">${scored(r)}</span><i class="tw-bar" aria-hidden="true"><i style="width:${share}%"></i></i></header>`,
    r.message ? `<p class="tw-message">${inertHtml(r.message)}</p>` : "",
    r.naming ? naming(r.naming) : "",
    r.message || r.tests.length === 0 ? "" : `<ul>${r.tests.map(item).join("")}</ul>`,
    "</section>",
  ].join("");
}

function item(test: TestReport): string {
  const count = tally(test);
  const list = details(test).map(([label, text]) => `<dt>${label}</dt><dd class="tw-${label}">${inertHtml(text)}</dd>`);
  return [
    `<li class="tw-${test.status}"><span class="tw-mark" role="img" aria-label="${SPOKEN[test.status]}">${MARKS[test.status]}</span> `,
    `<span>${inertHtml(test.title)}</span>${count ? ` <small>${inertHtml(count)}</small>` : ""}`,
    list.length > 0 ? `<dl>${list.join("")}</dl>` : "",
    "</li>",
  ].join("");
}

function naming(named: NonNullable<Report["naming"]>): string {
  const parts = named.mistakes.map(
    ({ belief, hint }) =>
      `<p>${inertHtml(belief)}</p><details><summary>Hint</summary><p>${inertHtml(hint)}</p></details>`,
  );
  return `<div class="tw-naming" role="note"><p><strong>${inertHtml(headline(named))}</strong></p>${parts.join("")}</div>`;
}

const inertHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

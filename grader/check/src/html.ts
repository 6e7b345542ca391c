/** A report as HTML for a notebook or the book: reads well with its style sheet, without it, in light and in dark. */
import { details, headline, MARKS, SHOWN_IN_FULL, SPOKEN, scored, tally } from "./lines.ts";
import type { Report } from "./report.ts";
import type { TestReport } from "./run.ts";
import { STYLE } from "./style.ts";

export function asHtml(r: Report): string {
  const share = Math.round((100 * r.score) / Math.max(1, r.points));
  const name = `${inertHtml(r.id)}: ${scored(r)}`;
  return [
    `<section class="tw-check" aria-label="Check of ${name}"><style>${STYLE}</style>`,
    `<header><b>${inertHtml(r.id)}</b> <span class="tw-title">${inertHtml(r.title)}</span> <span class="tw-dot">·</span> `,
    `<span class="tw-score">${scored(r)}</span><i class="tw-bar" aria-hidden="true"><i style="width:${share}%"></i></i></header>`,
    r.message ? `<p class="tw-message">${inertHtml(r.message)}</p>` : "",
    r.naming ? naming(r.naming) : "",
    r.message || r.tests.length === 0 ? "" : `<ul>${items(r.tests)}</ul>`,
    "</section>",
  ].join("");
}

/** The items of the list; after the first failures, details are folded. */
function items(tests: readonly TestReport[]): string {
  let full = 0;
  return tests.map((test) => item(test, details(test).length > 0 && ++full > SHOWN_IN_FULL)).join("");
}

function item(test: TestReport, folded: boolean): string {
  const count = tally(test, !folded);
  const list = details(test).map(([label, text]) => `<dt>${label}</dt><dd class="tw-${label}">${inertHtml(text)}</dd>`);
  const calls = `<dl>${list.join("")}</dl>`;
  return [
    `<li class="tw-${test.status}"><span class="tw-mark" role="img" aria-label="${SPOKEN[test.status]}">${MARKS[test.status]}</span> `,
    `<span>${inertHtml(test.title)}</span>${count ? ` <small>${inertHtml(count)}</small>` : ""}`,
    list.length === 0 ? "" : folded ? `<details><summary>Show the call</summary>${calls}</details>` : calls,
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

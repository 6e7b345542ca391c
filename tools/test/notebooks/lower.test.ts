/** What becomes of MyST in a notebook, in all the places where a simpler parser would go wrong. */
import { beforeAll, expect, test } from "vitest";
import { script } from "./python.ts";

const GRADIENT = '<abbr title="梯度 · The partial derivatives of one number, as a list.">gradient</abbr>';
const FIGURE = "Figure 90.1";

/** [what, source, expected]; an expected { error } is what the author is told, with the row from 0. */
const CASES: readonly (readonly [
  what: string,
  source: string,
  expected: string | RegExp | { error: RegExp; row: number },
])[] = [
  [
    "a role in code stays",
    "Write `` {term}`gradient` `` or `{eq}`; {numref}`fig-trial`.",
    `Write \`\` {term}\`gradient\` \`\` or \`{eq}\`; ${FIGURE}.`,
  ],
  [
    "roles inside emphasis and links",
    "**{numref}`fig-trial`** *see {eq}`eq-trial`* [a {numref}`fig-trial`](https://x.y)",
    `**${FIGURE}** *see (90.1)* [a ${FIGURE}](https://x.y)`,
  ],
  [
    "roles in nested lists",
    "- one {numref}`fig-trial`\n  - two {eq}`eq-trial`\n\n    more {value}`n`\n1. {eq}`eq-trial` {eq}`eq-trial`",
    `- one ${FIGURE}\n  - two (90.1)\n\n    more <n>\n1. (90.1) (90.1)`,
  ],
  [
    "roles in a quotation with a lazy line",
    "> a {numref}`fig-trial`\n> b {eq}`eq-trial`\nlazy {eq}`eq-trial`",
    `> a ${FIGURE}\n> b (90.1)\nlazy (90.1)`,
  ],
  [
    "roles in a table, equal cells too",
    "| a | b |\n|---|---|\n| {eq}`eq-trial` | {eq}`eq-trial` |\n| y | {value}`n` and {numref}`fig-trial` |",
    `| a | b |\n|---|---|\n| (90.1) | (90.1) |\n| y | <n> and ${FIGURE} |`,
  ],
  [
    "mathematics stays",
    "$x$; $\\text{{eq}`eq-trial`}$, \\$5 {eq}`eq-trial`",
    "$x$; $\\text{{eq}`eq-trial`}$, \\$5 (90.1)",
  ],
  [
    "a role over two lines",
    "see {ref}`the\nother one <sec-later>` now {eq}`eq-trial`",
    "see [the other one](#What-comes-later) now (90.1)",
  ],
  [
    "a role over two lines of a quotation",
    "> see {ref}`the\n> other one <sec-later>` now",
    "> see [the other one](#What-comes-later) now",
  ],
  ["a fence of code stays", "```ts\n// {eq}`eq-trial`\n```\n{eq}`eq-trial`", "```ts\n// {eq}`eq-trial`\n```\n(90.1)"],
  ["indented code stays", "x\n\n    {eq}`eq-trial`\n", "x\n\n    {eq}`eq-trial`\n"],
  ["HTML stays", "<b>{eq}`eq-trial`</b> <!-- {eq}`eq-trial` -->", "<b>(90.1)</b> <!-- {eq}`eq-trial` -->"],
  [
    "boxes in boxes",
    "::::{admonition} Out\n{eq}`eq-trial`\n\n:::{note}\nin {numref}`fig-trial`\n```ts\n{eq}`eq-trial`\n```\n:::\n::::",
    `> **Out**\n>\n> (90.1)\n>\n> > **Note**\n> >\n> > in ${FIGURE}\n> > \`\`\`ts\n> > {eq}\`eq-trial\`\n> > \`\`\``,
  ],
  [
    "a formula of several lines in a card",
    ":::{term-card} gradient\n$$\na\n= b\n$$\n:::",
    "> **Gradient** · 梯度\n>\n> $$a = b$$",
  ],
  ["a labelled formula", "$$\na = b\n$$ (eq-trial)", "$$a = b \\tag{90.1}$$"],
  ["an unlabelled formula keeps its lines", "$$\na\n= b\n$$", "$$\na\n= b\n$$"],
  ["a heading with a label and a role", "(sec-later)=\n## The {term}`gradient`\ntext", `## The **${GRADIENT}**\ntext`],
  ["a comment goes", "before\n\n% not for readers\n\nafter", "before\n\nafter"],
  [
    "a folded answer",
    ":::{admonition} Is 1 < 2?\n:class: dropdown\nYes: {eq}`eq-trial`.\n:::",
    "<details>\n<summary>Is 1 &lt; 2?</summary>\n\nYes: (90.1).\n\n</details>",
  ],
  ["a common mistake", ":::{common-mistake}\nIt moves.\n:::", "> **A common mistake**\n>\n> It moves."],
  [
    "a mistake with its own title",
    ":::{common-mistake} About the {term}`gradient`\nIt moves.\n:::",
    `> **About the ${GRADIENT}**\n>\n> It moves.`,
  ],
  ["keys and literal numbers", "{kbd}`Shift` and {lit}`0.36`", "<kbd>Shift</kbd> and 0.36"],
  [
    "a table with a caption",
    ":::{table} Two numbers\n:name: tab-two\n\n| a |\n|---|\n| 1 |\n:::",
    { error: /no label 'tab-two'/, row: 0 },
  ],
  [
    "citations",
    "{cite:p}`rumelhart1986`, {cite:t}`rumelhart1986`",
    "[Rumelhart *et al.*, 1986], Rumelhart *et al.* [1986]",
  ],
  [
    "another chapter",
    "{ref}`ch-other`, {ref}`sec-other`, {doc}`ch91-other`",
    "[Another trial](ch91-other.ipynb), [A section](ch91-other.ipynb#A-section), [ch91-other](ch91-other.ipynb)",
  ],
  [
    "definition lists and footnotes",
    "term {eq}`eq-trial`\n: means {eq}`eq-trial`[^a]\n\n[^a]: note {eq}`eq-trial`",
    "term (90.1)\n: means (90.1)[^a]\n\n[^a]: note (90.1)",
  ],
  [
    "an exercise",
    ":::{exercise} E05.4\n:::",
    /^> \*\*Exercise E05\.4 · .*\*\* \(core, \d+ points\)\n>\n> .{20,}\n>\n> Solve it in \[exercises\/ch05\.ipynb\]\(exercises\/ch05\.ipynb#E05\.4-\S+\)\.$/,
  ],
  [
    "an exercise with words of the chapter",
    ":::{exercise} E05.4\nTry it {eq}`eq-trial`.\n:::",
    /\n> Try it \(90\.1\)\.\n>\n> Solve it in/,
  ],
  ["an unknown role", "a\n\nb {sub}`x`", { error: /the role \{sub\} has no form/, row: 2 }],
  ["an unknown directive", "a\n\n:::{tab-set}\nx\n:::", { error: /the directive \{tab-set\} has no form/, row: 2 }],
  [
    "a missing label, in the third line of a box",
    ":::{note}\nx\n\n{numref}`fig-tiral`\n:::",
    { error: /no label 'fig-tiral' in any chapter; did you mean fig-trial\?/, row: 3 },
  ],
  [
    "a missing term",
    "x\ny {term}`gradeint`",
    { error: /no term 'gradeint' in the glossary; did you mean gradient\?/, row: 1 },
  ],
  ["a missing work", "{cite:p}`nobody2020`", { error: /no work 'nobody2020'/, row: 0 }],
  ["a missing exercise", ":::{exercise} E99.9\n:::", { error: /no exercise 'E99\.9'/, row: 0 }],
  ["a number of a heading", "{numref}`sec-later`", { error: /is a heading and has no number; use \{ref\}/, row: 0 }],
  ["a box in a list", "- x\n\n  :::{note}\n  y\n  :::", { error: /stands inside a list or a quotation/, row: 2 }],
  ["a plain link inside the course", "see [it](#sec-later)", { error: /are written \{ref\}/, row: 0 }],
  ["a plain link to another file", "see [it](ch91-other.md)", { error: /are written \{ref\}/, row: 0 }],
  ["an image without words", "![](square.svg)", { error: /no text alternative/, row: 0 }],
  ["an image that is not there", "![a circle](circle.svg)", { error: /there is no image circle\.svg/, row: 0 }],
];

type Lowered = Record<string, { text?: string; error?: string; row?: number }>;
let lowered: Lowered;
beforeAll(async () => {
  const input = JSON.stringify(Object.fromEntries(CASES.map(([what, source]) => [what, source])));
  const { code, text } = await script("lower.py", { input });
  if (code !== 0) throw new Error(text);
  lowered = JSON.parse(text) as Lowered;
}, 60_000);

test.each(CASES)("%s", (what, _, expected) => {
  const found = lowered[what];
  if (typeof expected === "string") expect(found).toEqual({ text: expected });
  else if (expected instanceof RegExp) expect(found.text).toMatch(expected);
  else {
    expect(found.error).toMatch(expected.error);
    expect(found.row).toBe(expected.row);
  }
});

/** The part of exercise pages that every page loads: buttons, hints one by one, a solution that waits. The rest comes on use. */
import { loadScript } from "../live/library.ts";
import { progress } from "../progress.ts";
import { button, element } from "../questions/controls.ts";
import { keyOf, read } from "./kept.ts";

export type Act = "edit" | "check" | "stop" | "reset" | "download" | "upload" | "solution";
type Page = { act(work: HTMLElement, act: Act): Promise<void> };
let loaded: Promise<Page> | undefined;

const BUTTONS: readonly [Act, string, string][] = [
  ["check", "Check", "button primary"],
  ["edit", "Edit", "button framed"],
  ["stop", "Stop", "button framed"],
  ["reset", "Start again", "button"],
  ["download", "Download answer.ts", "button"],
  ["upload", "Open a file", "button"],
];

export function exercisePages(): void {
  for (const work of document.querySelectorAll<HTMLElement>(".exercise-work")) {
    tools(work);
    for (const solution of document.querySelectorAll<HTMLDetailsElement>("details.solution")) locked(solution, work);
    if (read(keyOf(work)) !== null) void pass(work, "edit"); // what the reader wrote on the last visit
  }
  ladder([...document.querySelectorAll<HTMLDetailsElement>("details.hint")]);
}

function tools(work: HTMLElement): void {
  const row = element("div", "tools exercise-tools");
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", `Your answer to ${work.dataset.exercise}`);
  for (const [act, text, look] of BUTTONS) {
    const made = button(text, look);
    made.dataset.act = act;
    made.hidden = act === "stop";
    made.addEventListener("click", () => void pass(work, act));
    row.append(made);
  }
  const status = element("span", "exercise-status");
  status.setAttribute("role", "status");
  row.append(status);
  work.append(row, element("div", "exercise-report"));
  work.querySelector(".highlight pre")?.addEventListener("dblclick", () => void pass(work, "edit"));
}

async function pass(work: HTMLElement, act: Act): Promise<void> {
  try {
    loaded ??= loadScript("live-exercise").then(
      () => (globalThis as unknown as { termwiseExercise: Page }).termwiseExercise,
    );
    loaded.catch(() => (loaded = undefined));
    await (await loaded).act(work, act);
  } catch (error) {
    const status = work.querySelector(".exercise-status");
    if (status) status.textContent = (error as Error).message;
  }
}

/** The next hint appears when the one before it was opened. */
function ladder(hints: readonly HTMLDetailsElement[]): void {
  if (!document.querySelector(".exercise-work")) return;
  for (const [k, hint] of hints.entries()) {
    if (k > 0) hint.hidden = !hints[k - 1].open;
    hint.addEventListener("toggle", () => {
      if (hint.open && hints[k + 1]) hints[k + 1].hidden = false;
    });
  }
}

/** Before the first check the solution asks back. */
function locked(solution: HTMLDetailsElement, work: HTMLElement): void {
  const id = work.dataset.exercise ?? "";
  const summary = solution.querySelector("summary");
  let question: HTMLElement | undefined;
  const open = (): void => {
    question?.remove();
    question = undefined;
    solution.open = true;
    void pass(work, "solution");
    summary?.focus();
  };
  summary?.addEventListener("click", (event) => {
    if (solution.open) return;
    event.preventDefault();
    if (work.dataset.tried || progress().read().exercises[id]) return open();
    if (question) return;
    question = element("div", "panel care solution-asked");
    question.setAttribute("role", "group");
    const title = element("p", "panel-title");
    title.textContent = "You have not checked an answer yet. See the solution all the same?";
    const row = element("div", "tools");
    const yes = button("Show it anyway", "button framed");
    const no = button("I try first", "button framed");
    yes.addEventListener("click", open);
    no.addEventListener("click", () => {
      question?.remove();
      question = undefined;
      work.querySelector<HTMLElement>("[data-act=edit]:not([hidden]), .cm-content, [data-act=check]")?.focus();
    });
    row.append(no, yes);
    question.append(title, row);
    solution.after(question);
    no.focus();
  });
}

/** "Your progress": chapter by chapter what is known, solved and due; export, import, clear. */
import { dayOf, dueOn } from "../../../../tools/learner/progress/boxes.ts";
import { type Tally, tally } from "../../../../tools/learner/progress/tally.ts";
import { type Course, type CourseChapter, course } from "../course.ts";
import { type Progress, progress } from "../progress.ts";
import { button, element } from "../questions/controls.ts";

const root = document.documentElement.dataset.root ?? "";

export async function progressPage(): Promise<void> {
  const place = document.querySelector<HTMLElement>("#progress-here");
  if (!place) return;
  const mine = progress();
  const where = element("p", "progress-where");
  const sums = element("p", "progress-sums");
  const chapters = element("ol", "progress-chapters");
  const status = element("p", "question-status");
  status.setAttribute("role", "status");
  let known: Course;
  try {
    known = await course();
  } catch (error) {
    place.textContent = `The list of chapters could not be loaded: ${(error as Error).message}.`;
    return;
  }
  const show = (): void => {
    const day = dayOf(new Date());
    const counted = known.chapters.filter(
      ({ id, page }) => id !== page || known.questions.some((one) => one.page === page),
    );
    const rows = counted.map((chapter) => ({
      chapter,
      sums: tally(chapter, known.questions, mine.read(), day),
    }));
    where.textContent = whereKept(mine);
    sums.replaceChildren(
      ...total(
        rows.map((row) => row.sums),
        dueOn(mine.read().questions, day).length,
      ),
    );
    chapters.replaceChildren(...rows.map(({ chapter, sums }) => row(chapter, sums)));
  };
  place.replaceChildren(sums, where, tools(mine, status), status, chapters);
  mine.onChange(show);
  show();
  setTimeout(show, 500); // by then the server of the checkout has answered, if there is one
}

function whereKept({ kept }: Progress): string {
  if (kept === "checkout")
    return "Kept in this browser and in work/progress.json of your copy of the course, which JupyterLab and the command line share.";
  if (kept === "browser") return "Kept in this browser, on this device.";
  return "This browser keeps nothing for this page (a private window?): all this is forgotten when you leave it. Export it to keep it.";
}

function total(rows: readonly Tally[], due: number): (string | HTMLElement)[] {
  const add = (of: (row: Tally) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const link = element("a", "");
  link.href = `${root}today.html`;
  link.textContent = due === 1 ? "1 question due" : `${due} questions due`;
  const terms = `${add((row) => row.terms.done)} of ${add((row) => row.terms.all)} terms`;
  const solved = `${add((row) => row.exercises.done)} of ${add((row) => row.exercises.all)} exercises`;
  return [`${terms} · ${solved} · `, link];
}

function row(chapter: CourseChapter, { terms, exercises, questions, due }: Tally): HTMLElement {
  const li = element("li", chapter.page ? "" : "unwritten");
  const title = element(chapter.page ? "a" : "span", "progress-title");
  if (title instanceof HTMLAnchorElement) title.href = `${root}${chapter.page}.html`;
  const number = chapter.number === null ? "" : `${chapter.number}. `;
  title.textContent = `${number}${chapter.title}`;
  li.append(title);
  for (const [word, one] of [
    ["terms", terms],
    ["exercises", exercises],
    ["questions", questions],
  ] as const)
    if (one.all > 0) li.append(bar(word, one, chapter.title));
  if (due > 0) {
    const chip = element("span", "chip");
    chip.textContent = `${due} due`;
    li.append(chip);
  }
  return li;
}

function bar(word: string, { done, all }: { done: number; all: number }, title: string): HTMLElement {
  const label = element("label", "progress-bar");
  const meter = element("progress", "");
  meter.max = all;
  meter.value = done;
  meter.setAttribute("aria-label", `${title}: ${word}`);
  const text = element("span", "");
  text.textContent = `${done} of ${all} ${all === 1 ? word.slice(0, -1) : word}`;
  label.append(meter, text);
  return label;
}

function tools(mine: Progress, status: HTMLElement): HTMLElement {
  const line = element("div", "tools");
  const say = (text: string, kind: string): void => {
    status.className = `question-status ${kind}`;
    status.textContent = text;
  };
  const out = button("Export", "button framed");
  out.addEventListener("click", () => {
    const link = element("a", "");
    link.download = `termwise-progress-${dayOf(new Date())}.json`;
    link.href = URL.createObjectURL(new Blob([mine.exportText()], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    say(`Saved as ${link.download}.`, "good");
  });
  const file = element("input", "");
  file.type = "file";
  file.accept = "application/json,.json";
  file.hidden = true; // the button opens it
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    try {
      mine.importText(await chosen.text());
      say(`${chosen.name} was merged into what was here.`, "good");
    } catch (error) {
      say(`${chosen.name} was not taken in: ${(error as Error).message}.`, "wrong");
    }
    file.value = "";
  });
  const take = button("Import…", "button framed");
  take.addEventListener("click", () => file.click());
  const clear = button("Clear…", "button framed");
  clear.addEventListener("click", () => {
    confirmClear(() => {
      mine.clear();
      say("Everything is forgotten.", "");
    });
  });
  line.append(out, take, file, clear);
  return line;
}

function confirmClear(act: () => void): void {
  const dialog = element("dialog", "confirm");
  const text = element("p", "");
  text.id = "confirm-clear";
  text.textContent =
    "Forget all terms, exercises and answers, also in the checkout's file? This cannot be undone; Export first to keep a copy.";
  dialog.setAttribute("aria-labelledby", text.id);
  const line = element("div", "tools");
  const yes = button("Forget everything", "button framed");
  const no = button("Keep it", "button framed primary");
  yes.addEventListener("click", () => {
    dialog.close();
    act();
  });
  no.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  line.append(no, yes);
  dialog.append(text, line);
  document.body.append(dialog);
  dialog.showModal();
}

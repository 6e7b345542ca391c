/** Today's five: one question at a time, by mouse or by the keys 1 to 5 and Enter. */
import { dayOf, dueOn, plusDays, RESTS } from "../../../../tools/learner/progress/boxes.ts";
import { drawFive, drawMore } from "../../../../tools/learner/progress/draw.ts";
import { type Course, type CourseQuestion, course } from "../course.ts";
import { progress } from "../progress.ts";
import { button, element } from "../questions/controls.ts";
import { type Form, makeForm } from "../questions/form.ts";
import { mixed } from "../questions/mix.ts";

export async function todaysFive(): Promise<void> {
  const place = document.querySelector<HTMLElement>("#five-here");
  if (!place) return;
  try {
    const found = await course();
    const day = dayOf(new Date());
    const ids = drawFive(found.questions, progress().read(), day, mixed);
    ask(place, found, ids, day);
  } catch (error) {
    place.textContent = `The questions could not be loaded: ${(error as Error).message}.`;
  }
}

function ask(place: HTMLElement, { questions, chapters }: Course, ids: readonly string[], day: string): void {
  progress().drawnToday(day, ids);
  const list = ids.map((id) => questions.find((one) => one.id === id) as CourseQuestion);
  const done = new Map<string, boolean>();
  for (const id of ids) {
    const entry = progress().read().questions[id];
    if (entry && dayOf(new Date(entry.at)) === day) done.set(id, entry.right);
  }
  const trail = element("ol", "today-trail");
  const stage = element("div", "today-stage");
  let form: Form | undefined;
  place.replaceChildren(trail, stage);

  const show = (): void => {
    trail.replaceChildren(...list.map(({ id }, k) => step(k, done.get(id), id === form?.question.id)));
  };
  const next = (focus: boolean): void => {
    const question = list.find(({ id }) => !done.has(id));
    form = undefined;
    if (question) put(question, focus);
    else finish(focus);
    show();
  };
  const put = (question: CourseQuestion, focus: boolean): void => {
    const box = fromHtml(question.html);
    stage.replaceChildren(from(question, chapters), box);
    const on = button(
      list.filter(({ id }) => !done.has(id)).length > 1 ? "Next question" : "Finish",
      "button framed primary",
    );
    on.addEventListener("click", () => next(true));
    form = makeForm(box, {
      seed: `${day} ${question.id}`,
      answered(right) {
        progress().questionAnswered(question.id, right, question.terms);
        done.set(question.id, right);
        show();
      },
      ended() {
        const tools = element("div", "tools today-next");
        tools.append(on, comesBack(question.id, day));
        stage.append(tools);
        on.focus({ preventScroll: true });
      },
    });
    if (focus) form.focus();
  };
  const finish = (focus: boolean): void => {
    const end = summary(done, day);
    stage.replaceChildren(end);
    const more = drawMore(questions, progress().read(), day, mixed);
    if (more.length > 0) {
      const on = button("Five more", "button framed");
      on.addEventListener("click", () => ask(place, { questions, chapters }, [...ids, ...more], day));
      end.append(on);
    }
    if (focus) end.focus();
  };
  onKey((key) => form?.press(key) ?? false);
  next(false);
}

let listening: ((event: KeyboardEvent) => void) | undefined;
/** The keys 1 to 5 choose wherever the focus is, unless something is being typed. */
function onKey(press: (key: string) => boolean): void {
  if (listening) removeEventListener("keydown", listening);
  listening = (event) => {
    const typing = (event.target as Element).closest?.("input:not([type=radio], [type=checkbox]), textarea, dialog");
    if (typing || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (press(event.key)) event.preventDefault();
  };
  addEventListener("keydown", listening);
}

function step(k: number, right: boolean | undefined, here: boolean): HTMLLIElement {
  const li = element("li", right === undefined ? "" : right ? "good" : "wrong");
  if (here) li.setAttribute("aria-current", "step");
  const word = element("span", "unseen");
  word.textContent = `Question ${k + 1}${right === undefined ? "" : right ? ", known" : ", missed"}`;
  const sign = element("span", "");
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = right === undefined ? String(k + 1) : right ? "✓" : "✗";
  li.append(word, sign);
  return li;
}

function from({ page }: CourseQuestion, chapters: Course["chapters"]): HTMLElement {
  const chapter = chapters.find((one) => one.page === page);
  const line = element("p", "facts-line");
  line.textContent = chapter
    ? `From ${chapter.number === null ? "" : `chapter ${chapter.number}, `}${chapter.title}`
    : "";
  return line;
}

function comesBack(id: string, day: string): HTMLElement {
  const { due } = progress().read().questions[id];
  const days = Math.round((Date.parse(due) - Date.parse(day)) / 86_400_000);
  const line = element("span", "");
  line.textContent = days <= 1 ? "It comes back tomorrow." : `It comes back in ${days} days.`;
  return line;
}

function summary(done: ReadonlyMap<string, boolean>, day: string): HTMLElement {
  const end = element("section", "panel good");
  end.tabIndex = -1;
  const title = element("p", "panel-title");
  const known = [...done.values()].filter(Boolean).length;
  title.textContent = done.size === 0 ? "Nothing to ask yet" : `${known} of ${done.size} known. That was today.`;
  const { questions } = progress().read();
  const tomorrow = dueOn(questions, plusDays(day, 1)).length;
  const text = element("p", "");
  const waiting = Object.values(questions).filter(({ box }) => box === RESTS.length).length;
  const word = tomorrow === 1 ? "One question is" : `${tomorrow} questions are`;
  text.textContent = `${tomorrow === 0 ? "Nothing is" : word} due tomorrow.${waiting > 0 ? ` ${waiting} have reached the last box.` : ""}`;
  end.append(title, text);
  return end;
}

function fromHtml(html: string): HTMLElement {
  const holder = document.createElement("template");
  holder.innerHTML = html; // made by our own build
  return holder.content.querySelector<HTMLElement>(".question") as HTMLElement;
}

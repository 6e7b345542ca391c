/** The questions of a page: forms in place of folded answers, remembered, and counted at the end of a quiz. */
import { dayOf } from "../../../../tools/learner/progress/boxes.ts";
import { progress } from "../progress.ts";
import { element } from "./controls.ts";
import { type Form, makeForm } from "./form.ts";
import { cover } from "./predict.ts";

const root = document.documentElement.dataset.root ?? "";

export function questions(): void {
  const seed = dayOf(new Date());
  for (const box of document.querySelectorAll<HTMLElement>(".question")) {
    const results = quizOf(box);
    const before = progress().read().questions[box.dataset.question ?? ""];
    const reveal = box.dataset.predicts !== undefined && !before ? cover(box) : undefined;
    const form: Form = makeForm(box, {
      seed: `${seed} ${box.dataset.question}`,
      answered(right) {
        progress().questionAnswered(form.question.id, right, form.question.terms);
        reveal?.();
        results?.add(right);
        box.querySelector(".question-before")?.remove();
      },
    });
    if (before) box.append(note(before));
  }
}

function note({ at, right }: { readonly at: string; readonly right: boolean }): HTMLElement {
  const made = element("p", "question-before");
  const day = new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
  made.textContent = right ? `✓ You knew this on ${day}.` : `You missed this on ${day}.`;
  return made;
}

interface Results {
  add(right: boolean): void;
}
const quizzes = new WeakMap<Element, Results>();

/** Counts the answers of a quiz, and sums up when all questions are answered. */
function quizOf(box: HTMLElement): Results | undefined {
  const quiz = box.closest(".quiz");
  if (!quiz) return undefined;
  const known = quizzes.get(quiz);
  if (known) return known;
  const all = quiz.querySelectorAll(".question").length;
  let answered = 0;
  let right = 0;
  const line = element("p", "quiz-result");
  line.setAttribute("role", "status");
  quiz.append(line);
  const results: Results = {
    add(yes) {
      answered++;
      right += Number(yes);
      if (answered < all) return;
      const link = element("a", "");
      link.href = `${root}today.html`;
      link.textContent = "Today’s five";
      const rest = right === all ? "They come back later in " : "What you missed comes back tomorrow in ";
      line.replaceChildren(`${right} of ${all} at the first try. ${rest}`, link, ".");
    },
  };
  quizzes.set(quiz, results);
  return results;
}

/** The live cells of a page, loaded when a reader first asks for one of them. The page's loader hands clicks over. */
import { button, CellView } from "./cell.ts";
import { LIMITS, Session, type Stage } from "./session.ts";
import { openStore, pageName } from "./store.ts";
import { restoreValues, updateValue } from "./values.ts";

const store = openStore(pageName());
const seen = new Map<string, number>();
const occurrence = (text: string): number => {
  seen.set(text, (seen.get(text) ?? 0) + 1);
  return seen.get(text) as number;
};
const recorded = new Map<CellView, Set<string>>();

const views = [...document.querySelectorAll<HTMLElement>(".cell-tools[data-cell]")].map(
  (tools) =>
    new CellView(tools, occurrence, {
      run: (view) => void session.run(view),
      stop: () => session.stop(),
      changed: (view) => store.set(view.stored, view.occurrence, view.edited ? view.text() : undefined),
      reset,
    }),
);

const view = (cell: { index: number }): CellView => views.find(({ index }) => index === cell.index) as CellView;
const seconds = (ms: number): string =>
  ms < 950 ? `${Math.max(1, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;

const stage: Stage = {
  loading: (cell) => view(cell).say("Loading the library …"),
  began(cell, asked) {
    const asStored = views.every((one) => one.index > cell.index || !one.edited);
    view(cell).began({ asked, quiet: asStored && !asked });
  },
  output: (cell, output) => {
    view(cell).output(output);
    tell(view(cell), "termwise:output", { output });
  },
  record(cell, { name, text }) {
    const names = recorded.get(view(cell)) ?? new Set();
    recorded.set(view(cell), names.add(name));
    updateValue(name, text);
    tell(view(cell), "termwise:record", { name, text });
  },
  ended(cell, { state, ms }) {
    const words = {
      done: `Ran in ${seconds(ms)}`,
      failed: "Failed. What earlier cells made is still there.",
      stopped: `Stopped after ${seconds(ms)}. What is above runs again when it is needed.`,
    };
    view(cell).ended(state, words[state]);
    tell(view(cell), "termwise:ran", { state });
  },
  gaveUp(cell, { because, error }) {
    const one = view(cell);
    if (because) one.say(`Did not run: cell ${because.index + 1} above failed. `, goTo(view(because)));
    else one.say(error?.message ?? "It did not load.");
    tell(one, "termwise:ran", { state: "gave-up" });
  },
  outdated(cell) {
    view(cell).element.dataset.state = "outdated";
    view(cell).say("From before the change above.");
  },
  slow(cell, { asked, stops }) {
    const keep = button("Keep running", "keep");
    keep.addEventListener("click", () => {
      session.keepGoing();
      view(cell).say("Running …");
    });
    const left = (stops - asked) / 1000;
    view(cell).say(`Still running after ${asked / 1000} s. Without an answer it stops in ${left} s. `, keep);
  },
  fromTheTop(cell, ms) {
    const [all, just] = [button(`From the top (${seconds(ms)})`, "all"), button("Just this cell", "just")];
    view(cell).say("It has run, and may have changed what is above. ", all, just);
    all.focus();
    return new Promise((answer) => {
      all.addEventListener("click", () => answer(true));
      just.addEventListener("click", () => answer(false));
    });
  },
};

const session = new Session(views, stage);
for (const one of views) {
  const text = store.get(one.stored, one.occurrence);
  if (text !== undefined) one.restoreText(text);
}

function reset(one: CellView): void {
  const undo = one.edited;
  restoreValues(recorded.get(one) ?? []);
  store.set(one.stored, one.occurrence, undefined);
  one.reset();
  if (undo) session.restart(); // what the changed text made is gone too
}

function goTo(one: CellView): HTMLElement {
  const link = button(`Go to cell ${one.index + 1}`, "go");
  link.addEventListener("click", () => {
    one.element.scrollIntoView({ block: "center" });
    one.tools.querySelector<HTMLElement>("[data-act=edit]")?.focus();
  });
  return link;
}

function tell(one: CellView, type: string, detail: object): void {
  one.element.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { index: one.index, ...detail } }));
}

/** What the loader calls: `act` is the data-act of a button, `index` that of its cell. */
function act(name: string, index: number): void {
  const one = views.find((view) => view.index === index);
  if (name === "run-all") void session.runAll();
  else if (name === "reset-all") for (const view of views) reset(view);
  else if (name === "stop") session.stop();
  else if (name === "run" && one) void session.run(one);
  else if (name === "edit" && one) one.edit().catch((error: Error) => one.say(error.message));
  else if (name === "reset" && one) reset(one);
}

(globalThis as { termwiseLive?: object }).termwiseLive = { act, limits: LIMITS };

/** The part of live cells that every page loads: it waits for the first click, and fetches the rest then. */
import { loadScript } from "./library.ts";
import { keyOf, pageName } from "./store.ts";

type Act = (name: string, index: number) => void;
let loaded: Promise<Act> | undefined;

export function liveCells(): void {
  if (!document.querySelector(".cell-tools")) return;
  document.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>(".cell-tools [data-act], .page-tools [data-act]");
    if (button) void pass(button);
  });
  if (changed()) void load(); // shows what the reader wrote on the last visit
}

async function pass(button: HTMLElement): Promise<void> {
  const tools = button.closest<HTMLElement>("[data-cell]");
  try {
    (await load())(button.dataset.act ?? "", Number(tools?.dataset.cell ?? -1));
  } catch (error) {
    const status = button.parentElement?.querySelector(".cell-status");
    if (status) status.textContent = (error as Error).message;
  }
}

function load(): Promise<Act> {
  loaded ??= loadScript("live-cells").then(() => {
    const { termwiseLive } = globalThis as unknown as { termwiseLive: { act: Act } };
    return termwiseLive.act;
  });
  loaded.catch(() => (loaded = undefined));
  return loaded;
}

function changed(): boolean {
  try {
    return localStorage.getItem(keyOf(pageName())) !== null;
  } catch {
    return false;
  }
}

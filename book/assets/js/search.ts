/**
 * Search (Ctrl K, or /): two Pagefind indexes, English pages and one Chinese record a term, merged.
 * From file:// browsers refuse modules; there the button leads to the search page, whose index is a plain script.
 */
interface Found {
  url: string;
  title: string;
  excerpt: string;
  score: number;
}
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: { score: number; data(): Promise<Data> }[] }>;
}
interface Data {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

const root = document.documentElement.dataset.root ?? "";
let indexes: Promise<Pagefind[]> | undefined;

export function searchDialog(): void {
  const opener = document.querySelector<HTMLAnchorElement>("#open-search");
  if (!opener || !location.protocol.startsWith("http")) return;
  let dialog: HTMLDialogElement | undefined;
  const open = (): void => {
    dialog ??= makeDialog();
    if (!dialog.open) dialog.showModal();
    dialog.querySelector("input")?.select();
    void load();
  };
  opener.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest?.("input, textarea, select, [contenteditable]");
    if ((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing)) {
      event.preventDefault();
      open();
    }
  });
}

function load(): Promise<Pagefind[]> {
  const from = async (folder: string): Promise<Pagefind> => {
    const url = new URL(`${root}${folder}/`, location.href);
    const found = (await import(`${url.href}pagefind.js`)) as Pagefind;
    await found.options({ basePath: url.pathname, baseUrl: new URL(root || "./", location.href).pathname });
    await found.init();
    return found;
  };
  indexes ??= Promise.all([from("pagefind"), from("pagefind-zh")]);
  return indexes;
}

/** Chinese words search the Chinese records, everything else the pages. What bears the very name comes first. */
export async function find(words: string): Promise<Found[]> {
  const [english, chinese] = await load();
  const isChinese = /\p{Script=Han}/u.test(words);
  const from = async (index: Pagefind): Promise<Found[]> => {
    const { results } = await index.search(words);
    return Promise.all(
      results.slice(0, 30).map(async (result) => {
        const { url, excerpt, meta } = await result.data();
        return { url, excerpt, title: meta.title ?? url, score: result.score + (bears(meta.title, words) ? 1000 : 0) };
      }),
    );
  };
  const all = await from(isChinese ? chinese : english);
  return all.sort((a, b) => b.score - a.score).slice(0, 12);
}

/** Titles are `Gradient` or `梯度 · Gradient`. */
function bears(title: string | undefined, words: string): boolean {
  return (title ?? "").toLowerCase().split(" · ").includes(words.trim().toLowerCase());
}

function makeDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search");
  dialog.innerHTML = `<form role="search"><input type="search" role="combobox" aria-label="Search the book, in English or Chinese"
    placeholder="Search · 搜索" autocomplete="off" spellcheck="false" aria-autocomplete="list" aria-expanded="false" aria-controls="found"></form>
    <p class="status" role="status">Words in English, or a term in Chinese</p><ul id="found" role="listbox" aria-label="Results"></ul>`;
  document.body.append(dialog);
  const input = dialog.querySelector("input") as HTMLInputElement;
  const list = dialog.querySelector("ul") as HTMLUListElement;
  const status = dialog.querySelector(".status") as HTMLElement;
  let turn = 0;

  const ask = async (): Promise<void> => {
    const mine = ++turn;
    const words = input.value.trim();
    if (!words) return show([], "Words in English, or a term in Chinese");
    try {
      const found = await find(words);
      if (mine === turn)
        show(
          found,
          found.length === 0
            ? `Nothing found for “${words}”`
            : found.length === 1
              ? "One page"
              : `The ${found.length} best pages`,
        );
    } catch {
      show([], "The search index could not be loaded.");
    }
  };
  const show = (found: Found[], text: string): void => {
    status.textContent = text;
    list.replaceChildren(...found.map(item));
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(0);
  };
  const choose = (k: number): void => {
    const items = [...list.children];
    for (const [i, li] of items.entries()) li.setAttribute("aria-selected", String(i === k));
    const chosen = items[k];
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", ask);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    const at = [...list.children].findIndex((li) => li.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && count) choose((at + 1) % count);
    else if (event.key === "ArrowUp" && count) choose((at - 1 + count) % count);
    else if (event.key === "Enter") list.children[at]?.querySelector("a")?.click();
    else if (event.key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

function item({ url, title, excerpt }: Found, k: number): HTMLLIElement {
  const li = document.createElement("li");
  li.id = `found-${k}`;
  li.setAttribute("role", "option");
  const link = document.createElement("a");
  link.href = url;
  link.tabIndex = -1;
  const name = document.createElement("b");
  name.textContent = title;
  const text = document.createElement("span");
  text.innerHTML = excerpt; // made by our own index: text with <mark>
  link.append(name, text);
  li.append(link);
  return li;
}

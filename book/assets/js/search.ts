/**
 * Search (Ctrl K, or /): names of terms, exercises and chapters first, then Pagefind's English pages or Chinese terms.
 * From file:// browsers refuse modules; there the button leads to the search page, whose index is a plain script.
 */
import { byName, type Name, namesFrom } from "./search-names.ts";

interface Found {
  url: string;
  title: string;
  excerpt: string;
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
let indexes: Promise<[Pagefind, Pagefind, Name[]]> | undefined;

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

function load(): Promise<[Pagefind, Pagefind, Name[]]> {
  const from = async (folder: string): Promise<Pagefind> => {
    const url = new URL(`${root}${folder}/`, location.href);
    const found = (await import(`${url.href}pagefind.js`)) as Pagefind;
    await found.options({ basePath: url.pathname, baseUrl: new URL(root || "./", location.href).pathname });
    await found.init();
    return found;
  };
  const names = fetch(`${root}pagefind/names.json`).then(async (response) => namesFrom(await response.json()));
  indexes ??= Promise.all([from("pagefind"), from("pagefind-zh"), names]);
  return indexes;
}

/** What bears the name comes first, also with a typing error; then the pages, or for Chinese words the Chinese records. */
async function find(words: string): Promise<{ found: Found[]; guessed: boolean }> {
  const [english, chinese, names] = await load();
  const { hits, guessed } = byName(words, names);
  const named = hits.map(({ page, title, text }) => ({
    url: new URL(`${root}${page}`, location.href).pathname,
    title,
    excerpt: escaped(text),
  }));
  const { results } = await (/\p{Script=Han}/u.test(words) ? chinese : english).search(words);
  const read = await Promise.all(results.slice(0, 20).map((result) => result.data()));
  const known = new Set(named.map(({ url }) => url));
  const others = read.filter(({ url }) => !known.has(url));
  const pages = others.map(({ url, excerpt, meta }) => ({ url, excerpt, title: meta.title ?? url }));
  return { found: [...named, ...pages].slice(0, 12), guessed };
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

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
      const { found, guessed } = await find(words);
      if (mine === turn) show(found, summary(words, found, guessed));
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
    const items = [...list.querySelectorAll("a")];
    for (const [i, one] of items.entries()) one.setAttribute("aria-selected", String(i === k));
    const chosen = items[k];
    input.setAttribute("aria-activedescendant", chosen?.id ?? "");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", ask);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    const at = [...list.querySelectorAll("a")].findIndex((one) => one.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && count) choose((at + 1) % count);
    else if (event.key === "ArrowUp" && count) choose((at - 1 + count) % count);
    else if (event.key === "Enter") list.querySelectorAll("a")[at]?.click();
    else if (event.key === "Escape") dialog.close();
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}

function summary(words: string, found: readonly Found[], guessed: boolean): string {
  if (found.length === 0) return `Nothing found for “${words}”`;
  if (guessed) return `Did you mean ${found[0].title.split(" · ")[0]}?`;
  return found.length === 1 ? "One page" : `The ${found.length} best pages`;
}

function item({ url, title, excerpt }: Found, k: number): HTMLLIElement {
  const li = document.createElement("li");
  li.setAttribute("role", "none");
  const link = document.createElement("a");
  link.id = `found-${k}`;
  link.setAttribute("role", "option");
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

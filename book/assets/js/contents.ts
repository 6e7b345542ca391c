/** The contents: an overlay on narrow screens, and the section being read marked on wide ones. */
export function contents(): void {
  const rail = document.querySelector<HTMLElement>("#rail");
  const opener = document.querySelector<HTMLAnchorElement>("#open-contents");
  if (!rail || !opener) return;
  const behind = document.querySelectorAll<HTMLElement>("main, .foot, .bar");
  const open = (yes: boolean): void => {
    rail.classList.toggle("open", yes);
    for (const part of behind) part.inert = yes;
    document.documentElement.style.overflow = yes ? "hidden" : "";
    (yes ? rail.querySelector<HTMLElement>("a") : opener)?.focus();
  };
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    open(true);
  });
  rail.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (!link || !rail.classList.contains("open")) return;
    open(false);
    if (link.classList.contains("close")) event.preventDefault();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && rail.classList.contains("open")) open(false);
  });
  matchMedia("(min-width: 78rem)").addEventListener("change", () => {
    if (rail.classList.contains("open")) open(false);
  });
  markSection(rail);
  rail.scrollTop = Math.max(0, (rail.querySelector<HTMLElement>(".here")?.offsetTop ?? 0) - innerHeight / 3);
}

function markSection(rail: HTMLElement): void {
  const links = new Map([...rail.querySelectorAll<HTMLAnchorElement>(".sections a")].map((a) => [a.hash.slice(1), a]));
  const heads = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((head): head is HTMLElement => head !== null);
  if (heads.length === 0) return;
  let marked: HTMLElement | undefined;
  const mark = (): void => {
    const read = heads.filter((head) => head.getBoundingClientRect().top < innerHeight / 3).at(-1);
    const link = read && links.get(read.id);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    marked = link;
  };
  const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -66% 0px" });
  for (const head of heads) observer.observe(head);
}

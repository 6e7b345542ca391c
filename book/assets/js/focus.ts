/** What comes into a page pushes down what follows it: the thing with the focus is not lost from view by that. */

/** Makes a change; what has the focus, and was in view before, is in view after it. */
export function keepingFocus<T>(change: () => T): T {
  const focused = document.activeElement;
  const before = focused !== document.body && inView(focused);
  const made = change();
  if (before && !inView(focused)) focused?.scrollIntoView({ block: "nearest", behavior: "instant" });
  return made;
}

function inView(one: Element | null): boolean {
  const box = one?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}

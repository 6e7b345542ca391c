/** Dark or light: as the system says until the reader says otherwise; remembered in the browser. */
const key = "termwise-theme";

export function themeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>("#switch-theme");
  if (!button) return;
  button.hidden = false;
  label(button);
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem(key, next);
    } catch {
      // private windows: the choice lasts for this page
    }
    label(button);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => label(button));
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function label(button: HTMLButtonElement): void {
  const text = isDark() ? "Switch to light" : "Switch to dark";
  button.setAttribute("aria-label", text);
  button.title = text;
}

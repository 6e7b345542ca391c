/** A Copy button on every listing. */
export function copyButtons(): void {
  for (const box of document.querySelectorAll<HTMLElement>(
    ".cell_input .highlight, .highlight-typescript .highlight",
  )) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const done = await copied(box.querySelector("pre")?.textContent ?? "");
      button.textContent = done ? "Copied" : "Select and copy by hand";
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
    box.append(button);
  }
}

/** Some browsers refuse the clipboard on file:// pages. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

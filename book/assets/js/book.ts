/** The script of every page. The page is complete without it; this adds switches, search and moving figures. */
import { contents } from "./contents.ts";
import { copyButtons } from "./copy.ts";
import { liveFigures } from "./live.ts";
import { searchDialog } from "./search.ts";
import { themeSwitch } from "./theme.ts";

themeSwitch();
contents();
searchDialog();
copyButtons();
liveFigures();

// what scrolls sideways can be reached by keyboard
for (const box of document.querySelectorAll<HTMLElement>("pre, .picture, .scrolls, .katex-display"))
  if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;

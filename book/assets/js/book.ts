/** The script of every page. The page is complete without it; this adds switches, search and moving figures. */
import { contents } from "./contents.ts";
import { copyButtons } from "./copy.ts";
import { liveFigures } from "./live.ts";
import { reachable } from "./scroll.ts";
import { searchDialog } from "./search.ts";
import { themeSwitch } from "./theme.ts";

themeSwitch();
contents();
searchDialog();
copyButtons();
liveFigures();
reachable();

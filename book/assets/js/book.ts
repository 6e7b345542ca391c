/** The script of every page. The page is complete without it; this adds switches, search, term cards and moving figures. */
import { termCards } from "./cards.ts";
import { contents } from "./contents.ts";
import { copyButtons } from "./copy.ts";
import { liveCells } from "./live/loader.ts";
import { liveFigures } from "./live.ts";
import { reachable } from "./scroll.ts";
import { searchDialog } from "./search.ts";
import { themeSwitch } from "./theme.ts";

themeSwitch();
contents();
searchDialog();
copyButtons();
liveFigures();
liveCells();
reachable();
termCards();

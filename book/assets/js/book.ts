/** The script of every page. The page is complete without it; this adds switches, search, term cards and moving figures. */
import { termCards } from "./cards.ts";
import { contents } from "./contents.ts";
import { copyButtons } from "./copy.ts";
import { exercisePages } from "./exercise/loader.ts";
import { liveCells } from "./live/loader.ts";
import { liveFigures } from "./live.ts";
import { marks } from "./practice/marks.ts";
import { progressPage } from "./practice/progress-page.ts";
import { todaysFive } from "./practice/today.ts";
import { questions } from "./questions/page.ts";
import { reachable } from "./scroll.ts";
import { searchDialog } from "./search.ts";
import { themeSwitch } from "./theme.ts";

themeSwitch();
contents();
searchDialog();
copyButtons();
liveFigures();
liveCells();
exercisePages();
reachable();
questions();
marks();
void todaysFive();
void progressPage();
termCards();

/** Live figures as a classic script, for pages of the book and for JupyterLab. */
import { keepingFocus } from "../focus.ts";
import { libraryText, textOf } from "../live/library.ts";
import { cleanSvg } from "./clean.ts";
import { isNarrow, type Mounted, type MountOptions, mount } from "./mount.ts";
import type { LiveFigure, LiveInPage } from "./values.ts";

/** The only scripts that a figure may name: a notebook from anywhere could otherwise have the page run its own. */
const BESIDE = /^figures\/[0-9a-f]{12}$/;

type Options = Partial<Pick<MountOptions, "library" | "svg" | "alt">>;

/** At once, but on a phone a figure whose narrow picture is in its other script waits for that. */
function show(place: HTMLElement, live: LiveInPage, options: Options = {}): Mounted | Promise<Mounted> {
  const whole = (): Promise<LiveFigure> => complete(live);
  const begin = (known: LiveInPage): Mounted =>
    keepingFocus(() => mount(place, known, { library: libraryText, whole, ...options }));
  if (live.later === undefined || !isNarrow(place)) return begin(live);
  return whole().then(begin, () => begin(live)); // without it the wide picture stays, and a touch tries again
}

/** The figure with what its frames need. A notebook's has it all; a page of the book loads a script. */
async function complete({ later, ...live }: LiveInPage): Promise<LiveFigure> {
  if (later === undefined) return live as LiveFigure;
  if (!BESIDE.test(later)) throw new Error("it names a script that is none of the book's");
  return { ...live, ...JSON.parse(await textOf(later)) };
}

const slots = globalThis as unknown as { termwiseDraw?: Record<string, unknown> };
slots.termwiseDraw ??= {};
slots.termwiseDraw.figure = show;
slots.termwiseDraw.cleanSvg = cleanSvg;

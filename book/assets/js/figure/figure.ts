/** Live figures as a classic script, for pages of the book and for JupyterLab. */
import { libraryText } from "../live/library.ts";
import { cleanSvg } from "./clean.ts";
import { type Mounted, type MountOptions, mount } from "./mount.ts";
import type { LiveFigure } from "./values.ts";

const show = (place: HTMLElement, live: LiveFigure, options: Partial<MountOptions> = {}): Mounted =>
  mount(place, live, { library: libraryText, ...options });

const slots = globalThis as unknown as { termwiseDraw?: Record<string, unknown> };
slots.termwiseDraw ??= {};
slots.termwiseDraw.figure = show;
slots.termwiseDraw.cleanSvg = cleanSvg;

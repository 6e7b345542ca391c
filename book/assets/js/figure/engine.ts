/** Frames of one live figure: one in flight, the newest values win, a frame that takes too long is stopped. */

import { openSandbox, type Sandbox } from "../live/sandbox.ts";
import { figureScripts } from "./runner.ts";
import type { FrameMessage, LiveFigure, Wanted } from "./values.ts";

const SLOW_MS = 5000;

export interface Engine {
  /** Loads the library and starts the worker, so that the first frame comes soon. */
  start(): void;
  /** Asks for a frame. */
  ask(wanted: Wanted): void;
  /** Times of the frames drawn so far, in milliseconds from asking to answer. */
  readonly times: number[];
  dispose(): void;
}

interface Options {
  /** The figure with all that its frames need. */
  whole(): Promise<LiveFigure>;
  library(): Promise<string>;
  onFrame(frame: FrameMessage): void;
  onFault(message: string): void;
}

export function startEngine({ whole, library, onFrame, onFault }: Options): Engine {
  let sandbox: Sandbox | undefined;
  let starting: Promise<void> | undefined;
  let wanted: Wanted | undefined;
  let ready = true; // no frame is on its way, and none was drawn since the screen was last painted
  let disposed = false;
  let sent = 0;
  let watch = 0;
  const times: number[] = [];

  const stop = (): void => {
    clearTimeout(watch);
    sandbox?.close();
    sandbox = starting = undefined;
    ready = true;
  };
  const fault = (message: string): void => {
    if (!disposed) onFault(message);
  };
  const answer = (message: unknown): void => {
    clearTimeout(watch);
    if (disposed) return;
    requestAnimationFrame(() => {
      ready = true;
      send();
    });
    const { frame, error } = message as { frame?: FrameMessage; error?: string };
    if (frame) {
      times.push(performance.now() - sent);
      onFrame(frame);
    } else fault(error ?? "the worker sent no frame");
  };
  const crash = (message: string): void => {
    stop();
    fault(message);
  };
  const start = (): Promise<void> => {
    starting ??= Promise.all([library(), whole()])
      .then(([text, live]) => {
        if (disposed) return;
        sandbox = openSandbox({ scripts: [text, ...figureScripts(live)], onMessage: answer, onCrash: crash });
        send();
      })
      .catch((error: Error) => {
        starting = undefined;
        fault(error.message);
      });
    return starting;
  };
  const send = (): void => {
    if (!sandbox || !ready || !wanted || disposed) return;
    const message = wanted;
    wanted = undefined;
    ready = false;
    sent = performance.now();
    sandbox.post(message);
    watch = window.setTimeout(() => crash(`one frame took more than ${SLOW_MS / 1000} seconds`), SLOW_MS);
  };
  return {
    times,
    start: () => void start(),
    ask(message) {
      wanted = message;
      void start();
      send();
    },
    dispose() {
      disposed = true;
      stop();
    },
  };
}

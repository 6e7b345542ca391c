/** Brings the environment up to date: does the steps that are not done, shows progress, remembers what is finished. */
import { Failure } from "./failures.mjs";
import { environment, readState, root } from "./paths.mjs";
import { withLock } from "./patience.mjs";
import { variables } from "./processes.mjs";
import { step as show } from "./progress.mjs";
import { record } from "./stamps.mjs";
import { steps } from "./steps.mjs";

/** Sets up what is missing. Returns the Node to run the course with, and the environment variables for it. */
export async function setUp({ place = environment(), rows = steps(place) } = {}) {
  const pending = () => rows.flat().some((step) => !step.done(readState(place.state)));
  if (pending() || !readState(place.state).finished) {
    await withLock(root, async () => {
      if (pending() || !readState(place.state).finished) await doAll(place, rows);
    });
  }
  return { node: readState(place.state).node, env: variables(place.bin) };
}

async function doAll(place, rows) {
  const start = Date.now();
  const first = readState(place.state).node === undefined;
  process.stderr.write(`Setting up Termwise in ${root}${first ? " (the first time: about two minutes, 1 GB)" : ""}\n`);
  for (const row of rows) {
    const ends = await Promise.allSettled(row.map((step) => doOne(place, step)));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }
  record(place.state, { finished: true });
  process.stderr.write(`  Set up in ${Math.round((Date.now() - start) / 1000)} s.\n`);
}

async function doOne(place, step) {
  const state = readState(place.state);
  if (step.done(state)) return;
  if (state.finished) record(place.state, { finished: false });
  try {
    const changes = await show(step.title, (detail) => step.make(state, detail));
    record(place.state, changes);
  } catch (error) {
    const failure = error instanceof Failure ? error : new Failure([step.title], String(error?.stack ?? error));
    failure.title = step.title;
    throw failure;
  }
}

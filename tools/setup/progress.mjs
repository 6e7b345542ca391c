/** Shows the steps of set-up: on a terminal a line that counts the seconds, elsewhere a line when one starts and ends. */
const active = new Map();
let timer = null;

/**
 * Runs one step and shows its progress. `work` gets a function that sets the detail shown beside the title.
 * @template T @param {string} title @param {(detail: (text: string) => void) => Promise<T> | T} work
 * @param {{ out?: NodeJS.WriteStream, now?: () => number }} [options] @returns {Promise<T>}
 */
export async function step(title, work, { out = process.stderr, now = Date.now } = {}) {
  const entry = { title, detail: "", start: now() };
  const seconds = () => `${((now() - entry.start) / 1000).toFixed(1)} s`;
  active.set(title, entry);
  if (out.isTTY) timer ??= setInterval(() => draw(out, now), 120);
  else out.write(`  · ${title} …\n`);
  let result;
  try {
    result = await work((detail) => {
      entry.detail = detail;
    });
  } catch (error) {
    finish(out, title, `  ✗ ${title} (${seconds()})`);
    throw error;
  }
  finish(out, title, `  ✓ ${title} (${seconds()})`);
  return result;
}

function finish(out, title, line) {
  active.delete(title);
  out.write(`${out.isTTY ? "\r\x1b[2K" : ""}${line}\n`);
  if (active.size > 0 || !timer) return;
  clearInterval(timer);
  timer = null;
}

function draw(out, now) {
  const parts = [...active.values()].map(({ title, detail, start }) => {
    return `${title} ${Math.round((now() - start) / 1000)} s${detail ? ` (${detail})` : ""}`;
  });
  const line = `  … ${parts.join("   ")}`;
  out.write(`\r\x1b[2K${line.slice(0, (out.columns ?? 80) - 1)}`);
}

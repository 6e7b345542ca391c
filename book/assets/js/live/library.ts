/** Texts for the sandbox, loaded on first use. They come as classic scripts: pages opened from a folder cannot fetch. */

/** Global names under which the scripts leave their texts. */
const texts = ((globalThis as { termwiseTexts?: Record<string, string> }).termwiseTexts ??= {});
const loading = new Map<string, Promise<string>>();

/** The running script: what it loads lies beside it, and the version in its address dates that too. */
const running = globalThis.document?.currentScript as HTMLScriptElement | null;

/** The library, as a script that defines `termwise`. */
export const libraryText = (): Promise<string> => textOf("termwise-library");

/** The text that `NAME.js` beside this script brings. */
export function textOf(name: string): Promise<string> {
  let found = loading.get(name);
  if (!found) {
    found = loadScript(name).then(() => {
      if (texts[name] === undefined) throw new Error(`${name}.js brought no text`);
      return texts[name];
    });
    found.catch(() => loading.delete(name)); // the next try may have a connection again
    loading.set(name, found);
  }
  return found;
}

/** Runs `NAME.js` beside this script, in the page. */
export function loadScript(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const here = new URL(running?.src ?? "_static/", document.baseURI);
    const script = document.createElement("script");
    script.src = new URL(`${name}.js${here.search}`, here).href;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error(`${name}.js did not load. Is the connection there? Try again.`));
    };
    document.head.append(script);
  });
}

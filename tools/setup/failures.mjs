/** Says why a step of set-up failed and what to do about it. */

/** What goes wrong on real machines, recognised by what the programs print. The first that matches wins. */
const KNOWN = [
  {
    pattern: /ENOSPC|No space left on device|disk quota exceeded|EDQUOT/i,
    reason: "The disk is full.",
    remedy: "Free about 2 GB (`df -h .` shows how much there is). What has been installed is kept.",
  },
  {
    pattern: /ensurepip is not available|No module named '?(ensurepip|venv)\b/i,
    reason: "This Python cannot make virtual environments: its `venv` module is missing.",
    remedy: "On Debian or Ubuntu: sudo apt install python3-venv",
  },
  {
    pattern:
      /CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF|DEPTH_ZERO_SELF_SIGNED/,
    reason: "The package registry's certificate is not trusted, as behind a company's proxy.",
    remedy: "Name the company's certificate file in PIP_CERT and NODE_EXTRA_CA_CERTS, then try again.",
  },
  {
    pattern:
      /\bE401\b|\bE403\b|\b407 Proxy|Proxy Authentication Required|\b(401|403) (Client Error|Unauthorized|Forbidden)/,
    reason: "The package registry or proxy refused the request.",
    remedy: "Check the settings that `npm config list` and `pip config list` show.",
  },
  {
    pattern:
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|name resolution|Network is unreachable|Failed to establish a new connection|Max retries exceeded|Read timed out|ProxyError|Connection (broken|aborted)|network timeout/i,
    reason: "The package registry could not be reached.",
    remedy: "Check the network connection (and HTTPS_PROXY, if you are behind a proxy).",
  },
  {
    pattern: /EINTEGRITY|integrity checksum failed|THESE PACKAGES DO NOT MATCH THE HASHES/i,
    reason: "A downloaded package is damaged.",
    remedy: "Empty the caches: npm cache clean --force; python3 -m pip cache purge",
  },
  {
    pattern: /can only install packages when your package\.json and package-lock\.json/i,
    reason: "package.json asks for packages that package-lock.json does not know.",
    remedy: "If you changed package.json, run: npm install --package-lock-only",
  },
  {
    pattern: /No matching distribution found for (\S+)|Could not find a version that satisfies/i,
    reason: "A Python package is not available for this Python and machine.",
    remedy: "Use Python 3.11, 3.12 or 3.13, or make the environment with conda: conda env create -f environment.yml",
  },
  {
    pattern: /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i,
    reason: "A file or folder may not be written.",
    remedy: "Check that the checkout and your home folder belong to you (`ls -ld . ~`), and do not use sudo.",
  },
  {
    pattern: /ended by SIGKILL|MemoryError|heap out of memory|Cannot allocate memory|ENOMEM/,
    reason: "A program was ended for lack of memory.",
    remedy: "Close other programs; set-up needs about 1 GB of free memory.",
  },
  {
    pattern: /GLIBC_\d|ERR_DLOPEN_FAILED|invalid ELF header|wrong ELF class/,
    reason: "A compiled package does not fit this system.",
    remedy: "Delete node_modules and .venv, then try again; the system must have glibc 2.28 or newer.",
  },
  {
    pattern: /\bENOENT\b/,
    reason: "A program or file that set-up needs is missing.",
    remedy: "Delete .venv and node_modules, then try again.",
  },
];

/** Reason and remedy for what a program printed before it failed; null when it is nothing we know. */
export function explain(output) {
  const known = KNOWN.find(({ pattern }) => pattern.test(output));
  return known ? { reason: known.reason, remedy: known.remedy } : null;
}

/** A step that failed: what was run, why it failed, what to do. */
export class Failure extends Error {
  /** @param {readonly string[]} command @param {string} output @param {{ reason?: string, remedy?: string }} [said] */
  constructor(command, output, said = explain(output) ?? {}) {
    super(said.reason ?? `${command.slice(0, 4).join(" ")} failed.`);
    this.remedy = said.remedy ?? "The full output is in build/setup.log.";
    this.known = said.reason !== undefined;
    this.output = output.trim();
  }
}

/** A failure as people read it: the step, the reason, the remedy, and the last lines where we know no better. */
export function describe(title, error) {
  const lines = ["", `  ${title}: it did not work.`, `  Reason: ${error.message}`];
  if (error instanceof Failure) {
    const detail = error.known ? [] : tellingLines(error.output);
    lines.push(`  Remedy: ${error.remedy}`, ...detail.map((line) => `    | ${line}`));
    if (error.known && error.output) lines.push("  Details: build/setup.log");
  } else lines.push(String(error.stack).replace(/^/gm, "    | "));
  return `${[...lines, "  Then run the same command again: it goes on where it stopped."].join("\n")}\n`;
}

/** Of a long output the lines that speak of an error, and how it ended. */
function tellingLines(output) {
  const lines = output.split("\n").filter((line) => line.trim());
  const errors = lines.slice(0, -6).filter((line) => /error/i.test(line));
  return [...errors.slice(0, 6), ...lines.slice(-6)];
}

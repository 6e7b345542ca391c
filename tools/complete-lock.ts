/**
 * For maintainers, after `npm install`: adds to package-lock.json the programs of other systems that a package offers
 * as optional. npm leaves out those that the registry in use does not carry, and then `npm ci` refuses the file.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { root } from "./root.ts";

/** The parts of a package-lock entry that matter here. */
export interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, LockEntry>>;

/** Optional packages that the lock names but does not list: path → entry. */
export function missingOptional(packages: Packages): Map<string, LockEntry> {
  const missing = new Map<string, LockEntry>();
  for (const entry of Object.values(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      if (!(path in packages))
        missing.set(path, { version: exact(name, range), ...flags(entry), optional: true, ...system(name) });
    }
  }
  return missing;
}

function exact(name: string, range: string): string {
  if (/^\d+\.\d+\.\d+$/.test(range)) return range;
  throw new Error(`${name}@${range}: only an exact version can be locked unseen`);
}

function flags({ dev }: LockEntry): Pick<LockEntry, "dev"> {
  return dev ? { dev } : {};
}

/** Systems as package names spell them: …/cli-linux-x64-musl, …/windows-arm64, …/win32-x64. */
function system(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> {
  const os = /(android|darwin|freebsd|linux|win32|windows|openharmony|aix|sunos|netbsd|openbsd)/.exec(name)?.[1];
  const cpu = /(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64)/.exec(name)?.[1];
  if (!os || !cpu) throw new Error(`${name}: its name does not say for which system it is`);
  return { os: [os === "windows" ? "win32" : os], cpu: [cpu], ...(name.endsWith("-musl") ? { libc: ["musl"] } : {}) };
}

function main(): void {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as { packages: Record<string, LockEntry> };
  const missing = missingOptional(lock.packages);
  const entries = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, "en")));
  if (missing.size > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${missing.size} entries added`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main();

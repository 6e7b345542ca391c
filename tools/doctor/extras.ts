/** Looks at what makes more possible: backends, a GPU, a browser for tests, the sandbox of the grader. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { accelStatus } from "../accel/status.ts";
import { root } from "../root.ts";
import { absent, type Finding, firstLine, ok, probe } from "./finding.ts";

export async function examineExtras(): Promise<Finding[]> {
  return [await backends(), tensorFlow(), gpu(), chromium(), sandbox(), namespaces(), conda()];
}

/** The part of the library that is asked which backends it has. */
interface Backends {
  readonly setBackend: (name: string) => unknown;
}

async function backends(): Promise<Finding> {
  const file = join(root, "lib", "dist", "index.js");
  if (!existsSync(file)) return absent("Backends", "unknown", "The library is not built.");
  const { setBackend }: Backends = await import(pathToFileURL(file).href);
  const works = (name: string): boolean => {
    try {
      setBackend(name);
      return true;
    } catch {
      return false;
    }
  };
  return ok("Backends", ["reference", "wasm", "tfjs"].filter(works).join(", "));
}

function tensorFlow(): Finding {
  const { state, text } = accelStatus();
  if (state === "ready") return ok("TensorFlow", text);
  return absent(
    "TensorFlow",
    state === "absent" ? "none" : "incomplete",
    'For setBackend("tfjs") at full speed: npm run setup:gpu',
  );
}

function gpu(): Finding {
  const name = firstLine("nvidia-smi", "--query-gpu=name,memory.total", "--format=csv,noheader");
  return name ? ok("GPU", name) : absent("GPU", "none", "Nothing in the course needs one.");
}

function chromium(): Finding {
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const version = names.map((name) => firstLine(name, "--version")).find((line) => line !== null);
  if (version) return ok("Chromium", version);
  return absent("Chromium", "none", "For the browser tests: sudo apt install chromium");
}

function sandbox(): Finding {
  const version = firstLine("bwrap", "--version");
  if (!version) return absent("bubblewrap", "none", "For grading other people's answers: sudo apt install bubblewrap");
  const { status, stderr } = probe("bwrap", "--unshare-all", "--ro-bind", "/", "/", "true");
  if (status === 0) return ok("bubblewrap", `${version}, works`);
  return absent("bubblewrap", `${version}, but: ${stderr.trim()}`, "It needs user namespaces; see the line below.");
}

function namespaces(): Finding {
  if (process.platform !== "linux")
    return absent("User namespaces", "not on this system", "Grade other people's answers on Linux.");
  if (probe("unshare", "--user", "--map-root-user", "true").status === 0) return ok("User namespaces", "allowed");
  return absent("User namespaces", "not allowed", "For grading: sudo sysctl kernel.unprivileged_userns_clone=1");
}

function conda(): Finding {
  const version = firstLine("mamba", "--version") ?? firstLine("conda", "--version");
  return version ? ok("conda", version) : absent("conda", "none", "Not needed: set-up makes its own environment.");
}

/**
 * `npm run setup:gpu`: installs TensorFlow for Node in lib/accel, for setBackend("tfjs"). Does only what is missing.
 * --cpu and --gpu choose the package regardless of the driver; --remove deletes everything again.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildAddon, hasPackages, installLibrary, installPackages, isBuilt, smokeTest } from "./accel/install.ts";
import { checkRoom, checkSystem, findCompiler, hasNvidiaDriver, wheelFor } from "./accel/machine.ts";
import { installed, places } from "./accel/places.ts";
import { describeFound } from "./accel/status.ts";
import { describe } from "./setup/failures.mjs";
import { withLock } from "./setup/patience.mjs";
import { stopAll } from "./setup/processes.mjs";
import { step } from "./setup/progress.mjs";

const HELP = `npm run setup:gpu [-- --cpu | --gpu | --remove]

Installs TensorFlow for Node (about 1.2 GB; with CUDA about 6 GB) in lib/accel.
  --cpu      without CUDA, even if there is an NVIDIA driver
  --gpu      with CUDA, even if no NVIDIA driver is found
  --remove   deletes it again
`;

let title = "npm run setup:gpu"; // the step that is running

const args = new Set(process.argv.slice(2));
const unknown = [...args].filter((arg) => !["--cpu", "--gpu", "--remove", "--help"].includes(arg));
if (unknown.length > 0 || args.has("--help")) {
  process.stderr.write(unknown.length > 0 ? `Unknown: ${unknown.join(" ")}\n\n${HELP}` : HELP);
  process.exit(unknown.length > 0 ? 2 : 0);
}
if (args.has("--remove")) remove();
else await install();

async function install(): Promise<void> {
  process.once("SIGINT", () => {
    stopAll();
    process.stderr.write("\n  Interrupted. Run the same command again: it goes on where it stopped.\n");
    process.exit(130);
  });
  try {
    const text = await withLock(places.folder, doAll);
    console.log(`Ready: ${text}. In a notebook: setBackend("tfjs")`);
  } catch (error) {
    process.stderr.write(describe(title, error));
    process.exit(1);
  }
}

/** One step of the work, shown, and named if it fails. */
function show<T>(name: string, work: (detail: (text: string) => void) => Promise<T>): Promise<T> {
  title = name;
  return step(name, work);
}

/** Every check comes before the first download. */
async function doAll(): Promise<string> {
  checkSystem();
  findCompiler();
  const gpu = args.has("--gpu") || (!args.has("--cpu") && hasNvidiaDriver());
  const wheel = wheelFor(gpu);
  const needsLibrary = installed().wheel !== wheel;
  if (needsLibrary) checkRoom(places.folder, gpu);
  if (!hasPackages()) await show("npm packages", installPackages);
  if (needsLibrary) await show(`${wheel} from the Python package index`, (detail) => installLibrary(wheel, detail));
  if (!isBuilt()) await show("building the native part", buildAddon);
  return describeFound(await show("testing it", smokeTest));
}

function remove(): void {
  const parts = [places.native, `${places.native}.new`, `${places.native}.tmp`, join(places.folder, "node_modules")];
  for (const folder of parts) rmSync(folder, { recursive: true, force: true });
  console.log("Removed. The course works without it.");
}

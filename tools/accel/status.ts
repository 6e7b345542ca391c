/** Says in one line whether TensorFlow for Node is set up, without loading it. */
import { existsSync } from "node:fs";
import { buildStamp, hasPackages } from "./install.ts";
import { installed, places } from "./places.ts";

export interface AccelStatus {
  readonly state: "absent" | "incomplete" | "ready";
  /** For people: what there is, or what to do. */
  readonly text: string;
  /** Whether the last test found a GPU. */
  readonly gpu: boolean;
}

/** What `npm run setup:gpu` left here. Cheap: reads a few small files. */
export function accelStatus(): AccelStatus {
  if (!existsSync(places.native) && !hasPackages()) {
    return { state: "absent", text: "not set up (optional; npm run setup:gpu)", gpu: false };
  }
  const { found, build } = installed();
  const whole = found && hasPackages() && existsSync(places.addon) && build === buildStamp();
  if (!whole) return { state: "incomplete", text: "incomplete; npm run setup:gpu finishes it", gpu: false };
  return { state: "ready", text: describeFound(found), gpu: found.gpu };
}

/** "TensorFlow 2.21.0 through tfjs-node-gpu 4.22.0, on the CPU (no GPU was found)" */
export function describeFound({ tensorflow, tfjs, gpu }: NonNullable<ReturnType<typeof installed>["found"]>): string {
  const where = gpu ? "on the GPU" : "on the CPU (no GPU was found)";
  return `TensorFlow ${tensorflow} through tfjs-node-gpu ${tfjs}, ${where}`;
}

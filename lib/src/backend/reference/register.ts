/** Makes `reference` and `reference64` known. */
import { registerBackend } from "../current.ts";
import { ReferenceBackend } from "./reference.ts";

registerBackend("reference", () => new ReferenceBackend("reference", (size) => new Float32Array(size)));
registerBackend("reference64", () => new ReferenceBackend("reference64", (size) => new Float64Array(size)));

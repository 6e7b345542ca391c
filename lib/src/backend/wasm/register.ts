/** Makes `wasm` known, and the one to use when nobody chose another. */
import { registerBackend } from "../current.ts";
import { WasmBackend } from "./wasm.ts";

registerBackend("wasm", (options) => new WasmBackend(options), { preferred: true });

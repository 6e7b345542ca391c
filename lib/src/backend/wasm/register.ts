/** Makes `wasm` known, and the backend in use when nobody chose another. */
import { registerBackend } from "../current.ts";
import { WasmBackend } from "./wasm.ts";

registerBackend("wasm", (options) => new WasmBackend(options), { preferred: true });

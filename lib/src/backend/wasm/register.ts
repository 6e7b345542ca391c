/** Makes `wasm` known. */
import { registerBackend } from "../current.ts";
import { WasmBackend } from "./wasm.ts";

registerBackend("wasm", (options) => new WasmBackend(options));

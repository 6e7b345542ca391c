/** Makes the default backend one with the options in TERMWISE_WASM, as JSON, for a run of the whole suite. */
import process from "node:process";
import { WasmBackend, type WasmOptions } from "../../src/backend/wasm/wasm.ts";
import { registerBackend } from "../../src/index.ts";

const options: WasmOptions = JSON.parse(process.env.TERMWISE_WASM ?? "{}");
registerBackend("wasm", (others) => new WasmBackend({ ...options, ...others }), { preferred: true });

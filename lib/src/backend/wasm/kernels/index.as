// The kernels of the wasm backend, by what they do.
export * from "./elementwise";
export * from "./sigmoids";
export * from "./movement";
export * from "./reduce";
export * from "./matmul";
export * from "./softmax";
export * from "./norm";
export * from "./update";
export * from "./windows";
export * from "./conv";
export * from "./pool";
export * from "./lstm";

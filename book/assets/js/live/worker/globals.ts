/** Names that are there without being declared. A page's worker has more, such as `name` and `close`: a cell that uses them has forgotten something. */
const LANGUAGE = `undefined NaN Infinity globalThis Math Number String Boolean Array Object Function Map Set WeakMap WeakSet
WeakRef FinalizationRegistry Symbol BigInt JSON RegExp Date Promise Proxy Reflect Error TypeError RangeError SyntaxError
ReferenceError EvalError URIError AggregateError Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array ArrayBuffer SharedArrayBuffer Atomics DataView Iterator Intl
WebAssembly isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape eval
arguments console setTimeout clearTimeout setInterval clearInterval queueMicrotask structuredClone performance crypto
TextEncoder TextDecoder URL URLSearchParams AbortController AbortSignal Event EventTarget MessageChannel Blob atob btoa fetch`;

const GLOBALS = new Set(LANGUAGE.split(/\s+/));

export const isGlobal = (name: string): boolean => GLOBALS.has(name);

/** Of these, what a drawing function may use: frames must repeat, so no clock, no chance, no network. */
const OUTSIDE =
  /^(?:Date|performance|crypto|fetch|eval|arguments|globalThis|set\w+|queueMicrotask|Promise|Intl|WebAssembly|Proxy|Reflect)$/;
export const isTimeless = (name: string): boolean => GLOBALS.has(name) && !OUTSIDE.test(name);

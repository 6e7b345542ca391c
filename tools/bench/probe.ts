/** The limit: how many operations a core can issue with WebAssembly's 128-bit SIMD, and how fast it reads memory. */

/** What this machine can reach, one core, 128-bit SIMD. */
export interface Limit {
  /** Multiplications and additions a second, with fused multiply-add where the engine has it. */
  readonly flops: number;
  /** Bytes a second that a loop of vector loads reads, from an array of 4 MB. */
  readonly bytes: number;
}

const I32 = 0x7f;
const V128 = 0x7b;
const CHAINS = 12; // independent sums: enough to hide the latency, and few enough for 16 registers
const simd = (op: number): number[] => [0xfd, ...leb(op)];
const ADD = simd(0xe4);
const MUL = simd(0xe6);
const RELAXED_MADD = simd(0x105);

/** Measures the limit: the fastest of several short runs, because whatever disturbs a probe makes it slower. */
export function measureLimit(): Limit {
  const kernels = [[true], [false]].flatMap(([fused]) => {
    const code = arithmetic(fused);
    return WebAssembly.validate(code) ? [{ run: instance(code), flops: CHAINS * (fused ? 8 : 4) }] : [];
  });
  const flops = Math.max(...kernels.map(({ run, flops }) => (flops * LOOPS) / best(() => run(LOOPS))));
  const read = instance(reading());
  return { flops, bytes: (READ * 20) / best(() => read(20)) };
}

const LOOPS = 200_000;
const READ = 4 << 20;

function best(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 60; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least / 1000;
}

/** Its memory is written first: pages that nobody wrote to are all the same page of zeros, which fits the first cache. */
function instance(code: Uint8Array<ArrayBuffer>): (n: number) => void {
  const { run, memory } = new WebAssembly.Instance(new WebAssembly.Module(code)).exports;
  new Uint8Array((memory as WebAssembly.Memory).buffer).fill(1);
  return run as (n: number) => void;
}

/** Twelve chains: fused multiply-adds, or six of multiplications beside six of additions. Locals: n, result, sums, x, y. */
function arithmetic(fused: boolean): Uint8Array<ArrayBuffer> {
  const sum = (i: number): number => 1 + i;
  const [x, y] = [1 + CHAINS, 2 + CHAINS];
  const start = [...set(x, constant(0.9999999)), ...set(y, constant(1e-7))];
  const body = Array.from({ length: CHAINS }, (_, i) => {
    if (fused) return set(sum(i), [...get(sum(i)), ...get(x), ...get(y), ...RELAXED_MADD]);
    return set(sum(i), [...get(sum(i)), ...(i % 2 ? [...get(x), ...MUL] : [...get(y), ...ADD])]);
  }).flat();
  return program(
    CHAINS + 2,
    [...start, ...countDown(body), ...keep(Array.from({ length: CHAINS }, (_, i) => sum(i)))],
    1,
  );
}

/** Adds 4 MB to eight sums, n times. Locals: n, then the place, then the sums. */
function reading(): Uint8Array<ArrayBuffer> {
  const step = 8 * 16;
  const sum = (i: number): number => 2 + i;
  const loads = Array.from({ length: 8 }, (_, i) => {
    const load = [...get(1), ...simd(0), 4, ...leb(i * 16)];
    return set(sum(i), [...get(sum(i)), ...load, ...ADD]);
  }).flat();
  const again = [...get(1), 0x41, ...signed(step), 0x6a, 0x22, 1, 0x41, ...signed(READ), 0x49, 0x0d, 0]; // place += step; < READ
  const pass = [0x41, 0, 0x21, 1, 0x03, 0x40, ...loads, ...again, 0x0b];
  return program(8, [...countDown(pass), ...keep(Array.from({ length: 8 }, (_, i) => sum(i)))], READ / 65536, 1);
}

/** do { body } while (--n) */
const countDown = (body: readonly number[]): number[] => [
  ...[0x03, 0x40, ...body],
  ...[...get(0), 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b],
];

/** Writes the sums to memory, so that the engine cannot leave them out. */
const keep = (locals: readonly number[]): number[] => locals.flatMap((i) => [0x41, 0, ...get(i), ...simd(11), 4, 0]);

const get = (i: number): number[] => [0x20, i];
const set = (i: number, value: readonly number[]): number[] => [...value, 0x21, i];

function constant(value: number): number[] {
  return [...simd(12), ...new Uint8Array(new Float32Array([value, value, value, value]).buffer)];
}

/** A module with a memory and one function run(n). */
function program(vectors: number, body: readonly number[], pages: number, integers = 0): Uint8Array<ArrayBuffer> {
  const locals = [...(integers ? [[integers, I32]] : []), [vectors, V128]];
  const code = [locals.length, ...locals.flat(), ...body, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...leb(pages)]),
    ...section(7, [2, 3, ...Buffer.from("run"), 0, 0, 6, ...Buffer.from("memory"), 2, 0]),
    ...section(10, [1, ...leb(code.length), ...code]),
  ]);
}

const section = (id: number, content: readonly number[]): number[] => [id, ...leb(content.length), ...content];

function leb(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...leb(n >>> 7)];
}

function signed(n: number): number[] {
  return n < 64 ? [n] : [(n & 127) | 128, ...signed(n >> 7)];
}

// Layer normalisation over rows of N numbers, both ways.
import { bytes, lanesSum, madd, splat } from "./simd";
import { sumOf } from "./reduce";

/** o = (x − mean)/√(variance + ε) · gain + bias; `stats` keeps mean and 1/√… of each row. */
export function layerNorm(x: usize, gain: usize, bias: usize, o: usize, stats: usize, M: i32, N: i32, eps: f32): void {
  for (let i = 0; i < M; i++, stats += 8) {
    const mean = <f32>(sumOf(x, N) / <f64>N), m = splat(mean);
    let s = splat(0), j = 0;
    for (; j + 4 <= N; j += 4) {
      const d = f32x4.sub(v128.load(x + bytes(j)), m);
      s = madd(d, d, s);
    }
    let sum = lanesSum(s);
    for (; j < N; j++) sum += (load<f32>(x + bytes(j)) - mean) * (load<f32>(x + bytes(j)) - mean);
    const scale: f32 = 1 / sqrt<f32>(sum / <f32>N + eps), r = splat(scale);
    store<f32>(stats, mean);
    store<f32>(stats, scale, 4);
    let a = gain, b = bias;
    for (j = 0; j + 4 <= N; j += 4, x += 16, a += 16, b += 16, o += 16) v128.store(o, madd(f32x4.mul(f32x4.sub(v128.load(x), m), r), v128.load(a), v128.load(b)));
    for (; j < N; j++, x += 4, a += 4, b += 4, o += 4) store<f32>(o, (load<f32>(x) - mean) * scale * load<f32>(a) + load<f32>(b));
  }
}

/** dx, and sums over rows in dgain and dbias, which begin as zeros. */
export function layerNormBack(x: usize, gain: usize, g: usize, stats: usize, dx: usize, dgain: usize, dbias: usize, M: i32, N: i32): void {
  for (let i = 0; i < M; i++, stats += 8, x += bytes(N), g += bytes(N), dx += bytes(N)) {
    const mean = load<f32>(stats), scale = load<f32>(stats, 4), m = splat(mean), r = splat(scale);
    let s = splat(0), t = splat(0), j = 0;
    for (; j + 4 <= N; j += 4) {
      const at = bytes(j), h = f32x4.mul(f32x4.sub(v128.load(x + at), m), r), d = v128.load(g + at), e = f32x4.mul(d, v128.load(gain + at));
      s = f32x4.add(s, e);
      t = madd(e, h, t);
      v128.store(dgain + at, madd(d, h, v128.load(dgain + at)));
      v128.store(dbias + at, f32x4.add(d, v128.load(dbias + at)));
    }
    let sum = lanesSum(s), along = lanesSum(t);
    for (; j < N; j++) {
      const at = bytes(j), h = (load<f32>(x + at) - mean) * scale, d = load<f32>(g + at), e = d * load<f32>(gain + at);
      sum += e;
      along += e * h;
      store<f32>(dgain + at, load<f32>(dgain + at) + d * h);
      store<f32>(dbias + at, load<f32>(dbias + at) + d);
    }
    sum /= <f32>N;
    along /= <f32>N;
    for (j = 0; j + 4 <= N; j += 4) {
      const at = bytes(j), h = f32x4.mul(f32x4.sub(v128.load(x + at), m), r), e = f32x4.mul(v128.load(g + at), v128.load(gain + at));
      v128.store(dx + at, f32x4.mul(f32x4.sub(f32x4.sub(e, splat(sum)), f32x4.mul(h, splat(along))), r));
    }
    for (; j < N; j++) {
      const at = bytes(j), h = (load<f32>(x + at) - mean) * scale;
      store<f32>(dx + at, (load<f32>(g + at) * load<f32>(gain + at) - sum - h * along) * scale);
    }
  }
}

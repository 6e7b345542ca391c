// Steps of the optimisers, in place. The formulas and their order are those of the composed definitions.
import { bytes, splat } from "./simd";

/** g + weightDecay · p, where there is weight decay. */
@inline function decayed(g: usize, p: usize, decay: f32): v128 {
  const v = v128.load(g);
  return decay == 0 ? v : f32x4.add(v, f32x4.mul(v128.load(p), splat(decay)));
}

/** p −= lr · g. */
export function sgd(p: usize, g: usize, n: i32, lr: f32, decay: f32): void {
  const end = p + bytes(n);
  for (; p < end; p += 16, g += 16) v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(decayed(g, p, decay), splat(lr))));
}

/** velocity = momentum · velocity + g; p −= lr · velocity, or Nesterov's lr · (g + momentum · velocity). */
export function momentum(p: usize, g: usize, velocity: usize, n: i32, lr: f32, keep: f32, nesterov: i32, decay: f32): void {
  const end = p + bytes(n), k = splat(keep);
  for (; p < end; p += 16, g += 16, velocity += 16) {
    const d = decayed(g, p, decay);
    const v = f32x4.add(f32x4.mul(v128.load(velocity), k), d);
    v128.store(velocity, v);
    const step = nesterov ? f32x4.add(d, f32x4.mul(v, k)) : v;
    v128.store(p, f32x4.sub(v128.load(p), f32x4.mul(step, splat(lr))));
  }
}

/** `kept`: what is left of p itself (AdamW's decay); c1, c2: 1 − βᵗ. */
export function adam(p: usize, g: usize, m: usize, v: usize, n: i32, lr: f32, beta1: f32, rest1: f32, beta2: f32, rest2: f32, eps: f32, c1: f32, c2: f32, decay: f32, kept: f32): void {
  const end = p + bytes(n);
  for (; p < end; p += 16, g += 16, m += 16, v += 16) {
    const d = decayed(g, p, decay);
    const m1 = f32x4.add(f32x4.mul(v128.load(m), splat(beta1)), f32x4.mul(d, splat(rest1)));
    const v1 = f32x4.add(f32x4.mul(v128.load(v), splat(beta2)), f32x4.mul(f32x4.mul(d, d), splat(rest2)));
    v128.store(m, m1);
    v128.store(v, v1);
    const step = f32x4.div(f32x4.div(m1, splat(c1)), f32x4.add(f32x4.sqrt(f32x4.div(v1, splat(c2))), splat(eps)));
    v128.store(p, f32x4.sub(f32x4.mul(v128.load(p), splat(kept)), f32x4.mul(step, splat(lr))));
  }
}

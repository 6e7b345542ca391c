// Polynomials of the elementary functions: (eʳ − 1 − r)/r², (2 atanh s − 2s)/s³ in s², −log(erfc t)/t.
// Printed by tools/kernels/remez.ts; the largest error is beside each.

/** Degree 4 on [-0.346574, 0.346574], error 6.2e-8. Constant first. */
export const EXP: usize = memory.data<f32>([
  0.500000000,
  0.166665763,
  0.0416663736,
  0.00836317521,
  0.00139411131,
]);

/** Degree 2 on [0.00000, 0.0294373], error 1.9e-7. Constant first. */
export const LOG: usize = memory.data<f32>([
  0.666666865,
  0.399887174,
  0.295820475,
]);

/** Degree 8 on [0.00000, 4.00000], error 4.0e-9. Constant first. */
export const ERF: usize = memory.data<f32>([
  1.12837923,
  0.636619389,
  0.102777727,
  -0.0191527233,
  -0.000160974872,
  0.00166756962,
  -0.000633117917,
  0.000117716489,
  -0.00000926433950,
]);

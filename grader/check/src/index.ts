/** What a suite, a list of mistakes, a notebook and a grader import. Nothing here needs Node. */
export type { Answer, Bridge, Fault, Outcome } from "./answer.ts";
export { termwise } from "./bridge.ts";
export { differences, dot } from "./calculus.ts";
export { BOUNDS } from "./cross.ts";
export { difference } from "./difference.ts";
export { Draw } from "./draw.ts";
export { behaviours, type CheckOptions, checkAnswer, type Exercise, nameMistake, variantsOf } from "./exercise.ts";
export { asHtml } from "./html.ts";
export { check, exercisesFrom, reportOn, type Source } from "./learner.ts";
export { localAnswer } from "./local.ts";
export { differing, LIMITS, type Mistake, type Naming, nameMostly, sentence, type Variant } from "./naming.ts";
export { exerciseOf, formKey, type Listing, type Prebuilt } from "./prebuilt.ts";
export { canonical, digest, REPORT_SCHEMA, type Report, report, type State, unrun } from "./report.ts";
export { PRACTICE, run, type Status, type TestReport, type Transcript } from "./run.ts";
export { type Bench, live, type Suite, suite, type Test, type Visibility } from "./suite.ts";
export { asText } from "./text.ts";
export { Foreign, indexOf, isTensor, offsetOf, show, type TensorValue, tensor, tensorOf } from "./values.ts";

import { NotImplemented } from "termwise";

/** R² of the two forecasts. */
export interface Scores {
  readonly persistence: number;
  readonly line: number;
}

/** The line of least squares through the points (x, y). */
export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  throw new NotImplemented("E06.8");
}

/** One minus the share of the spread of `actual` around its own mean that the forecast leaves. */
export function r2(actual: readonly number[], forecast: readonly number[]): number {
  throw new NotImplemented("E06.8");
}

/** Both forecasts, judged on prices and on their changes, on the part of the days after the training part. */
export function honestForecast(prices: readonly number[], share: number): { levels: Scores; changes: Scores } {
  throw new NotImplemented("E06.8");
}

/** The action with the smallest expected cost. cost[a][k]: of action a when outcome k comes. */
export function bestAction(probabilities: readonly number[], cost: readonly (readonly number[])[]): number {
  throw new NotImplemented("E06.8");
}

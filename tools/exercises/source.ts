/** Lets this process take packages of the workspace from their source, so that no stale build is checked or proved. */
import { registerHooks } from "node:module";

/** From now on these packages resolve with the `source` condition. */
export function fromSourceOf(...packages: string[]): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      packages.includes(specifier)
        ? next(specifier, { ...context, conditions: ["source", ...context.conditions] })
        : next(specifier, context),
  });
}

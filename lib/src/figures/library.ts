/** The whole library, which live figures receive as their first argument. The only file that may look at the index. */
import * as termwise from "../index.ts";

export type Library = typeof termwise;

/** A function, so that nobody looks before all of it is there. */
export const library = (): Library => termwise;

/** Builds the exercises for notebooks and pages (tools/build.ts runs this after the packages). `--force` rebuilds all. */
import { fromSourceOf } from "./source.ts";

fromSourceOf("@termwise/check", "termwise");
const { buildExercises } = await import("./build.ts");
const built = await buildExercises({ force: process.argv.includes("--force") });
console.log(built.length > 0 ? `built the exercises ${built.join(", ")}` : "exercises are up to date");

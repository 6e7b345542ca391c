/**
 * `npm run prove`: proves the tests of exercises and writes exercises/proofs.json.
 * `npm run prove -- E05.4 ch07`: only these. `--all`: also what did not change. `--check`: writes nothing; fails when
 * the committed proofs do not hold: what changed and a random one are proved again, and must come out the same.
 */
import { fromSourceOf } from "./source.ts";

fromSourceOf("@termwise/check", "termwise");
const { proveCommand } = await import("./proving.ts");
process.exitCode = await proveCommand(process.argv.slice(2));

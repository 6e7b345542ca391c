/** `npm run check -- E05.4`: checks the learner's answer and shows what it does wrong. See HELP for the rest. */
import { fromSourceOf } from "./source.ts";

fromSourceOf("@termwise/check");
const { checkCommand } = await import("./checking.ts");
process.exitCode = await checkCommand(process.argv.slice(2));

/** `npm run doctor`: what is installed and works, what is missing, and what to do about it. */
import process from "node:process";
import { examineCourse } from "./doctor/course.ts";
import { examineExtras } from "./doctor/extras.ts";
import { table } from "./doctor/finding.ts";
import { offerHelp } from "./help.ts";

offerHelp("npm run doctor\n\nSays what is installed and works, what is missing, and what to do about it.");

const needed = examineCourse();
console.log(`What the course needs\n${table(needed)}\n`);
console.log(`What makes more possible\n${table(await examineExtras())}\n`);
const broken = needed.filter(({ state }) => state === "missing");
console.log(
  broken.length === 0 ? "Everything that is needed is there." : `To do: ${broken.map(({ name }) => name).join(", ")}`,
);
process.exitCode = broken.length === 0 ? 0 : 1;

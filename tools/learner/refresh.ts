/** Renews work/ and says what needs attention. */
import { join } from "node:path";
import { root } from "../root.ts";
import { fillWork } from "./fill.ts";

const notes = fillWork(root, join(root, "work"));
for (const note of notes) console.log(note);
console.log("work/ is up to date.");

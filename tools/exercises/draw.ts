/** `npm run labs:pictures [-- --check]`: see pictures.ts. */
import { fromSourceOf } from "./source.ts";

fromSourceOf("@termwise/check", "termwise");
const { labPictures } = await import("./pictures.ts");
const check = process.argv.includes("--check");
const stale = await labPictures({ check });
for (const one of stale) console.log(`${check ? "stale" : "written"}: ${one}`);
if (stale.length === 0) console.log("the labs' pictures are up to date");
if (check && stale.length > 0) process.exitCode = 1;

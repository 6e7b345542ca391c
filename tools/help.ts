/** What small programs say when asked with --help, or called with an option that they do not know. */
import process from "node:process";

/** Ends the program after `--help` (code 0) or an unknown option (code 2); otherwise does nothing. */
export function offerHelp(text: string, known: readonly string[] = []): void {
  const options = process.argv.slice(2).filter((arg) => arg.startsWith("-"));
  if (options.some((option) => option === "--help" || option === "-h")) {
    console.log(text);
    process.exit(0);
  }
  const unknown = options.filter((option) => !known.includes(option));
  if (unknown.length === 0) return;
  console.error(`Unknown: ${unknown.join(" ")}\n\n${text}`);
  process.exit(2);
}

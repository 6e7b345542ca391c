/** Opens an address in the reader's browser, where there is one. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";

/** Tries the system's opener. Its absence is no failure: the address has been printed. */
export function openBrowser(url: string): void {
  const [command, ...args] = opener();
  const child = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}

function opener(): readonly string[] {
  if (process.platform === "darwin") return ["open"];
  if (process.platform === "win32") return ["cmd", "/c", "start", ""];
  return isWindowsLinux() ? ["explorer.exe"] : ["xdg-open"];
}

function isWindowsLinux(): boolean {
  try {
    return /microsoft/i.test(readFileSync("/proc/version", "utf8"));
  } catch {
    return false;
  }
}

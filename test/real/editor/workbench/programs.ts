import { readdirSync, readFileSync } from "node:fs";

/** The command lines of running programs that name a folder. */
export function programsOf(folder: string): readonly string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(commandLine)
    .filter((line) => line.includes(folder));
}

/** Empty for a program that has just ended. */
function commandLine(process: string): string {
  try {
    return readFileSync(`/proc/${process}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

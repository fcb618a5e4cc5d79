import { wordSet } from "../shared-commands/word-set.ts";

/** Programs that fetch what a URL names. */
export const FETCHERS: ReadonlySet<string> = new Set([
  "curl",
  "wget",
  "wget2",
  "aria2c",
  "axel",
  "fetch",
  "http",
  "https",
  "lwp-download",
]);

/** Version control programs that fetch from a URL. */
export const VERSION_CONTROL: ReadonlySet<string> = new Set(["git", "svn", "hg", "bzr"]);

/** Programs that run what comes in on their standard input, or in a file. */
export const INTERPRETERS: ReadonlySet<string> = wordSet(
  "sh bash dash ash zsh ksh fish busybox pwsh",
  "python python2 python3 perl ruby node php lua",
);

/** True for a program name with a version at its end, such as `python3.11`, too. */
export function isInterpreter(name: string): boolean {
  return INTERPRETERS.has(name) || /^(python|pypy|php|ruby|perl|lua)[0-9.]+$/.test(name);
}

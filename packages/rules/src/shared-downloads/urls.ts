import type { Dockerfile, ShellWord, Span } from "@plimsoll/syntax";
import { knownText, type Command } from "../shared-commands/commands.ts";

/** A URL in the arguments of a command. */
export interface CommandUrl extends Span {
  /** Lower case, without `://`. */
  readonly scheme: string;
  /** Lower case, without user and port. */
  readonly host: string;
  readonly text: string;
  /** True where the URL stands in the file as it is. */
  readonly literal: boolean;
}

/** Options whose URL is none that something is fetched from. */
const OTHER_OPTIONS = new Set([
  "-x",
  "--proxy",
  "--preproxy",
  "-e",
  "--referer",
  "--noproxy",
  "-H",
  "--header",
  "-A",
  "-d",
  "--data",
]);

/** The URLs that a command's arguments start with, or have after `=`, with variables put in where they are known. */
export function urlsOf(file: Dockerfile, command: Command): readonly CommandUrl[] {
  const urls: CommandUrl[] = [];
  for (const [index, word] of command.words.entries()) {
    if (!mayHoldUrl(word)) continue;
    const before = command.words[index - 1]?.value ?? "";
    if (OTHER_OPTIONS.has(before) || /proxy/i.test(before) || /^--?[a-z-]*(proxy|referer)/i.test(word.value))
      continue;
    const text = knownText(file, command.instruction, word);
    const url = text === undefined ? undefined : readUrl(text);
    if (url !== undefined) urls.push({ ...url, ...placeOf(word, url.text) });
  }
  return urls;
}

function mayHoldUrl(word: ShellWord): boolean {
  return word.variables.length > 0 || word.value.includes("://");
}

/** The URL at the start of a text or after its first `=`. */
export function readUrl(text: string): { scheme: string; host: string; text: string } | undefined {
  const match = /^(?:[^=:/?\s]*=)?(([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\s]*)\S*)/.exec(text);
  if (match === null) return undefined;
  const authority = match[3] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:[0-9]*$/, "");
  return { scheme: (match[2] ?? "").toLowerCase(), host: host.toLowerCase(), text: match[1] ?? "" };
}

function placeOf(word: ShellWord, url: string): Span & { readonly literal: boolean } {
  const at = word.raw.indexOf(url);
  // A word that runs over a continuation has no simple places inside.
  if (at === -1 || word.end - word.start !== word.raw.length)
    return { start: word.start, end: word.end, literal: false };
  return { start: word.start + at, end: word.start + at + url.length, literal: true };
}

const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\]|.*\.localhost)$/;

/** True for the machine that runs the build. */
export function isLocalHost(host: string): boolean {
  return LOCAL_HOST.test(host);
}

/** True where a host is one of these, or below one that starts with `*.`. */
export function isListedHost(host: string, hosts: readonly string[]): boolean {
  return hosts.some((one) => {
    const wanted = one.toLowerCase();
    return wanted.startsWith("*.") ? host.endsWith(wanted.slice(1)) : host === wanted;
  });
}

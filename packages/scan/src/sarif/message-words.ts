import { textAt, type PlainRecord } from "../json/plain.ts";

/** Labels that scanners write in front of a value, with the name that we give it. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ["package", "package"],
  ["package name", "package"],
  ["installed version", "version"],
  ["version", "version"],
  ["package version", "version"],
  ["affected version", "version"],
  ["fixed version", "fix"],
  ["fix version", "fix"],
  ["fix versions", "fix"],
  ["severity", "severity"],
  ["type", "type"],
]);

const MOST_LINES = 60;

/** What the lines `Label: value` of a result's message and of its rule's help say; the message counts first. */
export function wordsOf(result: PlainRecord, rule: unknown): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const text of [textAt(result, "message", "text"), textAt(rule, "help", "text")]) {
    for (const line of (text ?? "").slice(0, 20_000).split("\n", MOST_LINES)) {
      const colon = line.indexOf(":");
      const name = colon === -1 ? undefined : LABELS.get(line.slice(0, colon).trim().toLowerCase());
      const value = line.slice(colon + 1).trim();
      if (name !== undefined && value !== "" && !words.has(name)) words.set(name, value);
    }
  }
  return words;
}

import { safeLine } from "./safe-text.ts";

/** Characters that mean something in Markdown as GitHub reads it. */
const SPECIAL: ReadonlySet<string> = new Set("\\`*_{}[]()#+-.!|~$");

/** A foreign text inside Markdown: it stays text, whatever it holds. No HTML, no link, no mention, no line end. */
export function markdownText(text: string): string {
  let escaped = "";
  for (const character of safeLine(text)) escaped += escapeCharacter(character);
  return escaped;
}

function escapeCharacter(character: string): string {
  if (character === "<") return "&lt;";
  if (character === ">") return "&gt;";
  if (character === "&") return "&amp;";
  // A comment between keeps `@name` from calling somebody.
  if (character === "@") return "@<!-- -->";
  // As a bare address would become a link.
  if (character === ":") return "&#58;";
  return SPECIAL.has(character) ? `\\${character}` : character;
}

/** A foreign text as code. In a table a `|` ends a cell even within code, so it is written as an entity there is none for: `¦`. */
export function markdownCode(text: string): string {
  const line = safeLine(text).replaceAll("|", "¦");
  if (line.trim() === "") return "";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = character === "`" ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** A table. Cells are Markdown already: put foreign text through {@link markdownText} or {@link markdownCode}. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n") + "\n";
}

/** Longest foreign text that is shown, in UTF-16 code units. */
const MAXIMUM_FOREIGN = 2000;

const SPECIAL: ReadonlySet<string> = new Set("\\`*_{}[]()<>#+-.!|~&:@$^=\"'");

/** Foreign text, such as a name out of a file, as Markdown that shows it and nothing else. */
export function plain(text: string): string {
  let result = "";
  for (const character of cut(text)) {
    if (isControl(character)) result += " ";
    else result += SPECIAL.has(character) ? `\\${character}` : character;
  }
  return result.trim();
}

/** Foreign text as a code span; a fence longer than every row of backticks in it keeps it inside. */
export function code(text: string): string {
  let line = "";
  for (const character of cut(text)) line += isControl(character) ? " " : character;
  if (line.trim() === "") return "";
  const fence = "`".repeat(longestTicks(line) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A link, or the words alone where the address is not one of the web. */
export function link(words: string, address: string | undefined): string {
  if (address === undefined || !isWebAddress(address)) return words;
  return `[${words}](<${address}>)`;
}

/** A list, one item a line. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join("\n");
}

/** Blocks with an empty line between them; empty ones are left out. */
export function blocks(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function isWebAddress(address: string): boolean {
  if (!address.startsWith("https://") && !address.startsWith("http://")) return false;
  for (const character of address) if (isControl(character) || ' <>"\\'.includes(character)) return false;
  return true;
}

function cut(text: string): string {
  return text.length > MAXIMUM_FOREIGN ? `${text.slice(0, MAXIMUM_FOREIGN)}…` : text;
}

/** Line breaks and other characters that no one sees, such as those that turn the direction of the text around. */
function isControl(character: string): boolean {
  const point = character.codePointAt(0) ?? 0;
  return (
    point < 0x20 ||
    (point >= 0x7f && point < 0xa0) ||
    (point >= 0x200b && point <= 0x200f) ||
    (point >= 0x2028 && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069) ||
    point === 0xfeff
  );
}

function longestTicks(text: string): number {
  let longest = 0;
  let row = 0;
  for (const character of text) {
    row = character === "`" ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return longest;
}

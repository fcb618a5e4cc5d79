/** Longest foreign text that is shown, in UTF-16 code units. */
const MAXIMUM_FOREIGN = 2000;

/** Characters that mean something wherever they stand. */
const ALWAYS: ReadonlySet<string> = new Set("\\`*[]<>~|");

/**
 * Foreign text, such as a name out of a file, as Markdown that shows it and nothing else. Only what would mean something is escaped:
 * some editors show the text as it is.
 */
export function plain(text: string): string {
  let line = "";
  for (const character of cut(text)) line += isControl(character) ? " " : character;
  const trimmed = line.trim();
  let result = "";
  for (let at = 0; at < trimmed.length; at += 1) {
    result += isSpecial(trimmed, at) ? `\\${trimmed.charAt(at)}` : trimmed.charAt(at);
  }
  return result;
}

function isSpecial(line: string, at: number): boolean {
  const character = line.charAt(at);
  if (ALWAYS.has(character)) return true;
  switch (character) {
    case "_":
      return !isInsideWord(line, at);
    case "&":
      return line.charAt(at + 1) === "#" || isWordPart(line.charAt(at + 1));
    // Addresses would become links.
    case ":":
      return line.startsWith("//", at + 1);
    case "@":
      return at > 0 && line.charAt(at - 1) !== " ";
    case ".":
    case ")":
      return line.slice(Math.max(0, at - 3), at).toLowerCase() === "www" || isNumbered(line, at);
    default:
      return at === 0 && "#+-=".includes(character);
  }
}

function isInsideWord(line: string, at: number): boolean {
  return isWordPart(line.charAt(at - 1)) && isWordPart(line.charAt(at + 1));
}

/** Whether nothing but digits stands before: the start of a numbered list. */
function isNumbered(line: string, at: number): boolean {
  if (at === 0 || at > 9) return false;
  for (let before = 0; before < at; before += 1) if (!isDigit(line.charCodeAt(before))) return false;
  return true;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isWordPart(character: string): boolean {
  const unit = character.charCodeAt(0);
  return isDigit(unit) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
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

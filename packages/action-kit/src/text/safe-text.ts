/** Characters of one line in a log. */
const MAXIMUM_LINE = 4000;

/** Starts of a workflow command: the runner obeys a line that begins with the first, and the second anywhere in a line. */
const COMMAND = "::";
const OLD_COMMAND = "##[";

/**
 * A foreign text as one line of a log: no control characters, no terminal sequences, no change of writing direction, and nothing
 * that the runner takes for a workflow command.
 */
export function safeLine(text: string): string {
  const line = withoutControls(text.slice(0, MAXIMUM_LINE)).replaceAll(OLD_COMMAND, "## [");
  return line.trimStart().startsWith(COMMAND) ? `| ${line}` : line;
}

/** A foreign text as lines of a log. */
export function safeText(text: string): string {
  return text
    .split(/\r\n|\n|\r/u)
    .map(safeLine)
    .join("\n");
}

/** Terminal sequences go away whole; of other controls a space stays. */
function withoutControls(text: string): string {
  let safe = "";
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x1b) at = endOfSequence(text, at);
    else if (code === 0x9b) at = endOfParameters(text, at + 1);
    else safe += isControl(code) ? " " : text.charAt(at);
  }
  return safe;
}

/** Index of the last character of the sequence that an escape character starts. */
function endOfSequence(text: string, start: number): number {
  const next = text.charAt(start + 1);
  if (next === "[") return endOfParameters(text, start + 2);
  if (next !== "]") return Math.min(start + 1, text.length - 1);
  // An operating-system command ends with BEL or ESC \.
  for (let at = start + 2; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x07) return at;
    if (code === 0x1b) return Math.min(at + 1, text.length - 1);
  }
  return text.length - 1;
}

function endOfParameters(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x40 && code <= 0x7e) return at;
    if (code < 0x20) return at - 1;
  }
  return text.length - 1;
}

/** C0 and C1 but the tabulator, line and paragraph separators, marks of writing direction, invisible characters. */
function isControl(code: number): boolean {
  if (code < 0x20) return code !== 0x09;
  if (code < 0xa0) return code >= 0x7f;
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0x061c ||
    code === 0xfeff
  );
}

import { displayWidth } from "./display-width.ts";

/** The words of a text in lines of at most `width` cells. A longer word stands on a line of its own. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const word of text.split(" ")) {
    const length = displayWidth(word);
    if (line.length > 0 && used + 1 + length > width) {
      lines.push(line.join(" "));
      line = [];
      used = 0;
    }
    used += length + (line.length > 0 ? 1 : 0);
    line.push(word);
  }
  return [...lines, line.join(" ")];
}

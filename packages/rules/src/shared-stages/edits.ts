import type { Instruction, Span, TextEdit } from "@plimsoll/syntax";

export function replaceText({ start, end }: Span, newText: string): TextEdit {
  return { start, end, newText };
}

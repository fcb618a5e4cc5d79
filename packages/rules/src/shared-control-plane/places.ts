import type { Span, YamlDocument, YamlScalar } from "@plimsoll/syntax";

/** Where the text of a scalar stands inside its quotes; undefined where it is not written one for one. */
export function textSpan(document: YamlDocument, node: YamlScalar, text: string): Span | undefined {
  if (text === "") return undefined;
  const found = document.text.slice(node.start, node.end).indexOf(text);
  if (found < 0) return undefined;
  const start = node.start + found;
  return { start, end: start + text.length };
}

/** Finds the items of a list with commas that stands at a place one for one. */
export function itemFinder(value: string, at: Span): (item: string) => Span {
  if (at.end - at.start !== value.length) return () => at;
  return (item) => {
    let from = at.start;
    for (const part of value.split(",")) {
      if (part.trim() === item) {
        const start = from + part.indexOf(item);
        return { start, end: start + item.length };
      }
      from += part.length + 1;
    }
    return at;
  };
}

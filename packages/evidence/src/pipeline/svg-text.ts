/** Text for the content of an element: markup is escaped, and characters that XML does not allow are replaced. */
export function svgText(text: string): string {
  let result = "";
  for (const character of text) result += written(character);
  return result;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

function written(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const isControl = (code < 32 && code !== 10) || (code >= 127 && code < 160);
  const isLoneHalf = code >= 0xd800 && code <= 0xdfff;
  if (isControl || isLoneHalf || code === 0xfffe || code === 0xffff) return "\ufffd";
  return ENTITIES.get(character) ?? character;
}

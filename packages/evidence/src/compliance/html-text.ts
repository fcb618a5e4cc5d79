import { visibleText } from "../report/visible-text.ts";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/** Foreign words as text or attribute of HTML. */
export function htmlText(text: string): string {
  const shown = visibleText(text, { keepLineBreaks: true, keepTabs: true });
  return shown.replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character);
}

import { visibleText } from "../report/visible-text.ts";

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** Foreign words as XML character data. What XML 1.0 cannot hold (controls, lone surrogates, noncharacters) is made visible. */
export function xmlText(text: string): string {
  return legal(text).replaceAll(/[&<>\r]/g, entity);
}

/** As {@link xmlText}, for an attribute in double quotes, whose white space survives. */
export function xmlAttribute(text: string): string {
  return legal(text).replaceAll(/[&<>"'\t\n\r]/g, entity);
}

function legal(text: string): string {
  return visibleText(text, { keepTabs: true, keepLineBreaks: true }).replaceAll(/[\ufffe\uffff]/g, "\ufffd");
}

function entity(character: string): string {
  return ENTITIES.get(character) ?? character;
}

/** An element with attributes; without content it closes itself. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content = "",
): string {
  const text = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`);
  return content === "" ? `<${name}${text.join("")}/>` : `<${name}${text.join("")}>${content}</${name}>`;
}

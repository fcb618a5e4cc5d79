/** A part of an XML file as a small tree: what is needed of a `rule-result`, a `Rule`, a `VULN`. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** Attributes without namespace prefixes, in the order of the text. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text inside, also that of children, in order. */
  readonly text: string;
  /** Line of its start tag, from 1. */
  readonly line: number;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of a child; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childOf(element, name)?.text.trim() ?? "";
}

export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}

import { SaxesParser, type SaxesTagNS } from "saxes";
import {
  MAXIMUM_ATTRIBUTES,
  MAXIMUM_DEPTH,
  MAXIMUM_ELEMENTS,
  MAXIMUM_LENGTH,
  MAXIMUM_TEXT,
} from "../limits.ts";
import { ScapError } from "../scap-error.ts";
import type { XmlElement } from "./xml-element.ts";

/** What a reader wants of a file. */
export interface XmlReader {
  /**
   * Called at each start tag that is not part of a tree. `keep` makes a tree of the element, which then comes to `take`;
   * `skip` passes over all that it holds; otherwise its children are asked one by one.
   */
  visit(tag: XmlTag): "keep" | "skip" | undefined;
  /** A finished tree. */
  take(element: XmlElement): void;
  /** The end of an element for which `visit` said nothing. */
  leave?(name: string): void;
}

export interface XmlTag {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Number of elements around it. */
  readonly depth: number;
  readonly line: number;
}

/**
 * Reads XML as a stream: no tree of the whole file is made. Document types are refused, and with them every entity but the five
 * of XML itself.
 * @throws ScapError `scap/broken-xml` and the limits
 */
export function readXml(text: string, file: string, reader: XmlReader): void {
  if (text.length > MAXIMUM_LENGTH) {
    throw new ScapError("scap/too-large", { file, line: 0 }, `longer than ${MAXIMUM_LENGTH} characters.`);
  }
  new XmlStream(file, reader).read(text);
}

interface Growing {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly line: number;
  text: string;
}

const CHUNK = 1 << 16;
const CUT = " […]";

class XmlStream {
  readonly #file: string;
  readonly #reader: XmlReader;
  readonly #parser = new SaxesParser({ xmlns: true, position: true });
  /** Open elements of the tree that is being made. */
  readonly #tree: Growing[] = [];
  #depth = 0;
  #elements = 0;
  /** Depth at which what is passed over started; 0 where nothing is. */
  #skipping = 0;

  constructor(file: string, reader: XmlReader) {
    this.#file = file;
    this.#reader = reader;
    this.#parser.on("error", (error) => this.#fail("scap/broken-xml", withoutPlace(error.message)));
    this.#parser.on("doctype", () =>
      this.#fail("scap/document-type", "a document type declaration is not read."),
    );
    this.#parser.on("opentag", (tag) => this.#open(tag));
    this.#parser.on("closetag", (tag) => this.#close(tag.local));
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
  }

  read(text: string): void {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (let at = start; at < text.length; at += CHUNK) this.#parser.write(text.slice(at, at + CHUNK));
    this.#parser.close();
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    this.#elements += 1;
    if (this.#depth > MAXIMUM_DEPTH)
      this.#fail("scap/too-deep", `elements nest deeper than ${MAXIMUM_DEPTH}.`);
    if (this.#elements > MAXIMUM_ELEMENTS)
      this.#fail("scap/too-many", `more than ${MAXIMUM_ELEMENTS} elements.`);
    if (this.#skipping > 0) return;
    const attributes = this.#attributes(tag);
    const line = this.#parser.line;
    if (this.#tree.length > 0) {
      this.#tree.push({ name: tag.local, namespace: tag.uri, attributes, children: [], line, text: "" });
      return;
    }
    const wish = this.#reader.visit({
      name: tag.local,
      namespace: tag.uri,
      attributes,
      depth: this.#depth - 1,
      line,
    });
    if (wish === "skip") this.#skipping = this.#depth;
    if (wish === "keep") {
      this.#tree.push({ name: tag.local, namespace: tag.uri, attributes, children: [], line, text: "" });
    }
  }

  #close(name: string): void {
    this.#depth -= 1;
    if (this.#skipping > 0) {
      if (this.#depth < this.#skipping) this.#skipping = 0;
      return;
    }
    const element = this.#tree.pop();
    if (element === undefined) {
      this.#reader.leave?.(name);
      return;
    }
    const parent = this.#tree.at(-1);
    if (parent === undefined) this.#reader.take(element);
    else {
      parent.children.push(element);
      append(parent, element.text);
    }
  }

  #attributes(tag: SaxesTagNS): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (const { prefix, local, value } of Object.values(tag.attributes)) {
      // `id` counts before `x:id`, and a namespace's declaration is no attribute.
      if (prefix === "xmlns" || (prefix !== "" && attributes.has(local))) continue;
      attributes.set(local, value);
    }
    if (attributes.size > MAXIMUM_ATTRIBUTES) {
      this.#fail("scap/too-many", `more than ${MAXIMUM_ATTRIBUTES} attributes of one element.`);
    }
    return attributes;
  }

  #addText(text: string): void {
    const element = this.#tree.at(-1);
    if (element !== undefined && this.#skipping === 0) append(element, text);
  }

  #fail(code: ScapError["code"], cause: string): never {
    throw new ScapError(code, { file: this.#file, line: this.#parser.line }, cause);
  }
}

function append(element: Growing, text: string): void {
  if (element.text.length >= MAXIMUM_TEXT) return;
  element.text += text;
  if (element.text.length > MAXIMUM_TEXT) element.text = element.text.slice(0, MAXIMUM_TEXT) + CUT;
}

/** The parser puts `line:column: ` before its words; the place is said elsewhere. */
function withoutPlace(message: string): string {
  const parts = message.split(": ");
  const words = parts.length > 1 && /^\d+:\d+$/.test(parts[0] ?? "") ? parts.slice(1).join(": ") : message;
  return words.endsWith(".") ? words : `${words}.`;
}

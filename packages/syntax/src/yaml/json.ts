import type { SyntaxProblem } from "../source/span.ts";
import { BACKSLASH, BYTE_ORDER_MARK, isBlank, isBreak } from "./char-codes.ts";
import { readDocument } from "./document.ts";
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from "./nodes.ts";
import { MAX_PROBLEMS } from "./reader.ts";

/** Numbers of RFC 8259; the parts cannot match the same characters, so it does not backtrack. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What may follow a backslash in JSON; `u` with four digits, which the reader has checked. */
const ESCAPES = '"\\/bfnrtu';

/**
 * Reads a JSON text (RFC 8259) into the same tree as YAML. What YAML allows and JSON does not is a problem: comments,
 * trailing commas, single quotes, plain strings, missing values, block style, anchors and tags. Never throws.
 */
export function parseJson(text: string): YamlDocument {
  const document = readDocument(text, text.length);
  const problems = new JsonCheck(document).check();
  if (problems.length === 0) return document;
  const all = [...document.problems, ...problems].toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { ...document, problems: all.slice(0, MAX_PROBLEMS) };
}

class JsonCheck {
  readonly #document: YamlDocument;
  readonly #text: string;
  readonly #problems: SyntaxProblem[] = [];

  constructor(document: YamlDocument) {
    this.#document = document;
    this.#text = document.text;
  }

  check(): readonly SyntaxProblem[] {
    const { comments, problems, root } = this.#document;
    for (const comment of comments) this.#report("json/comment", comment, "JSON has no comments.");
    if (root === undefined) {
      if (problems.length === 0)
        this.#report("json/empty", { start: 0, end: this.#text.length }, "The text holds no value.");
      return this.#problems;
    }
    this.#checkStart(root);
    this.#node(root);
    return this.#problems;
  }

  #report(code: string, span: { readonly start: number; readonly end: number }, message: string): void {
    if (this.#problems.length < MAX_PROBLEMS)
      this.#problems.push({ code, start: span.start, end: span.end, message });
  }

  /** Nothing but white space and comments may stand before the value. */
  #checkStart(root: YamlNode): void {
    let at = this.#text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    while (at < root.start && isSpace(this.#text.charCodeAt(at))) at += 1;
    const isCommented = this.#document.comments.some((comment) => comment.start === at);
    if (at < root.start && !isCommented)
      this.#report("json/not-json", { start: at, end: root.start }, "Nothing may stand before the value.");
  }

  /** The tree is no deeper than the reader lets it be. */
  #node(node: YamlNode): void {
    if (this.#problems.length >= MAX_PROBLEMS) return;
    if (node.kind === "alias" || node.anchor !== undefined || node.tag !== undefined) {
      this.#report("json/not-json", node, "JSON has no anchors, aliases and tags.");
    }
    if (node.kind === "scalar") this.#value(node);
    else if (node.kind !== "alias") this.#collection(node);
  }

  #collection(node: Exclude<YamlNode, { kind: "scalar" | "alias" }>): void {
    const open = this.#text.charAt(node.start);
    if (!node.flow || open !== (node.kind === "map" ? "{" : "[")) {
      const message =
        node.kind === "map" ? "JSON writes a map in braces." : "JSON writes a sequence in brackets.";
      this.#report("json/not-json", { start: node.start, end: node.start + 1 }, message);
    } else this.#trailingComma(node);
    if (node.kind === "map") for (const entry of node.entries) this.#entry(entry);
    else for (const item of node.items) this.#node(item);
  }

  #trailingComma(node: YamlNode): void {
    const last = this.#text.charAt(node.end - 1);
    if (last !== "}" && last !== "]") return;
    let at = node.end - 2;
    while (at > node.start && isSpace(this.#text.charCodeAt(at))) at -= 1;
    if (this.#text.charAt(at) === "," && !this.#isComment(at)) {
      this.#report(
        "json/trailing-comma",
        { start: at, end: at + 1 },
        "JSON has no comma behind the last element.",
      );
    }
  }

  #isComment(offset: number): boolean {
    return this.#document.comments.some((comment) => comment.start <= offset && offset < comment.end);
  }

  #entry(entry: YamlEntry): void {
    const { key, value } = entry;
    const isQuoted = key.kind === "scalar" && key.style === "double";
    if (!isQuoted || entry.start !== key.start)
      this.#report("json/bad-key", key, "A key of JSON stands in double quotes.");
    else this.#node(key);
    this.#node(value);
  }

  #value(node: YamlScalar): void {
    if (node.style === "double") this.#string(node);
    else if (node.style === "empty") this.#report("json/missing-value", node, "A value is missing here.");
    else if (node.style !== "plain" || !isLiteral(node.text)) {
      this.#report("json/bad-value", node, "This is no value of JSON; strings stand in double quotes.");
    }
  }

  #string(node: YamlScalar): void {
    for (let at = node.start + 1; at < node.end - 1; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code < 0x20)
        this.#report(
          "json/bad-string",
          { start: at, end: at + 1 },
          "A string of JSON has this character only as an escape.",
        );
      if (code !== BACKSLASH) continue;
      at += 1;
      if (!ESCAPES.includes(this.#text.charAt(at)))
        this.#report("json/bad-string", { start: at - 1, end: at + 1 }, "JSON does not have this escape.");
    }
  }
}

function isLiteral(text: string): boolean {
  return text === "true" || text === "false" || text === "null" || NUMBER.test(text);
}

function isSpace(code: number): boolean {
  return isBlank(code) || isBreak(code);
}

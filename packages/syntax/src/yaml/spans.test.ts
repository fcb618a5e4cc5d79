import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "./document.ts";
import type { YamlNode } from "./nodes.ts";

/** Every node of a text as `kind: the exact text of its span`, in the order of the text. */
function spans(text: string): readonly string[] {
  const { root } = parseYamlDocument(text);
  const found: string[] = [];
  const add = (name: string, span: { readonly start: number; readonly end: number }): void => {
    found.push(`${name} ${text.slice(span.start, span.end)}`);
  };
  const visit = (node: YamlNode): void => {
    add(node.kind === "scalar" ? node.style : node.kind, node);
    if (node.kind === "sequence") node.items.forEach(visit);
    if (node.kind !== "map") return;
    for (const entry of node.entries) {
      add("entry", entry);
      visit(entry.key);
      visit(entry.value);
    }
  };
  if (root !== undefined) visit(root);
  return found;
}

describe("spans", () => {
  it.each<[string, readonly string[]]>([
    ["# c\na: b # d\n", ["map a: b", "entry a: b", "plain a", "plain b"]],
    ["'a' : \"b\"\n", ["map 'a' : \"b\"", "entry 'a' : \"b\"", "single 'a'", 'double "b"']],
    ["a: &x !!str  b\n", ["map a: &x !!str  b", "entry a: &x !!str  b", "plain a", "plain b"]],
    ["&k a: b\n", ["map a: b", "entry a: b", "plain a", "plain b"]],
    [
      "a: b\n  c  \nd:\n",
      ["map a: b\n  c  \nd:", "entry a: b\n  c", "plain a", "plain b\n  c", "entry d:", "plain d", "empty "],
    ],
    [
      "a: |\n  x\n\n  y\n\nb: 1",
      [
        "map a: |\n  x\n\n  y\n\nb: 1",
        "entry a: |\n  x\n\n  y",
        "plain a",
        "literal |\n  x\n\n  y",
        "entry b: 1",
        "plain b",
        "plain 1",
      ],
    ],
    [
      "a: >-  # c\n   x\n",
      ["map a: >-  # c\n   x", "entry a: >-  # c\n   x", "plain a", "folded >-  # c\n   x"],
    ],
    ["a: |+  # c\n\n", ["map a: |+", "entry a: |+", "plain a", "literal |+"]],
    [
      "a: |\r\n  x\r\nb:",
      [
        "map a: |\r\n  x\r\nb:",
        "entry a: |\r\n  x",
        "plain a",
        "literal |\r\n  x",
        "entry b:",
        "plain b",
        "empty ",
      ],
    ],
    ["- a\n-\n", ["sequence - a\n-", "plain a", "empty "]],
    [
      "- - a\n  - b: c\n",
      [
        "sequence - - a\n  - b: c",
        "sequence - a\n  - b: c",
        "plain a",
        "map b: c",
        "entry b: c",
        "plain b",
        "plain c",
      ],
    ],
    [
      "a: [ b, {c: d} ] \n",
      [
        "map a: [ b, {c: d} ]",
        "entry a: [ b, {c: d} ]",
        "plain a",
        "sequence [ b, {c: d} ]",
        "plain b",
        "map {c: d}",
        "entry c: d",
        "plain c",
        "plain d",
      ],
    ],
    ["[a : b, c]", ["sequence [a : b, c]", "map a : b", "entry a : b", "plain a", "plain b", "plain c"]],
    [
      "{a, b:, ? c}",
      [
        "map {a, b:, ? c}",
        "entry a",
        "plain a",
        "empty ",
        "entry b:",
        "plain b",
        "empty ",
        "entry ? c",
        "plain c",
        "empty ",
      ],
    ],
    ["? a\n: b\n", ["map ? a\n: b", "entry ? a\n: b", "plain a", "plain b"]],
    [
      "a: &x 1\nb: *x # c\n",
      ["map a: &x 1\nb: *x", "entry a: &x 1", "plain a", "plain 1", "entry b: *x", "plain b", "alias *x"],
    ],
    ["\ufeffa: 1", ["map a: 1", "entry a: 1", "plain a", "plain 1"]],
    ["--- 'x\n  y'\n...\n", ["single 'x\n  y'"]],
  ])("of %j", (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it("puts a missing value where it would stand", () => {
    const { root } = parseYamlDocument("a:   # c\nb: &x  # d");
    expect(root).toMatchObject({
      entries: [
        { end: 2, value: { start: 2, end: 2 } },
        { end: 14, value: { start: 14, end: 14, anchor: "x" } },
      ],
    });
  });

  it("remembers where each item starts", () => {
    expect(parseYamlDocument("-  a\n-\n- - b").root).toMatchObject({
      itemStarts: [0, 5, 7],
      items: [{ start: 3 }, { start: 6 }, { itemStarts: [9] }],
    });
    expect(parseYamlDocument("[ a, &x b ]").root).toMatchObject({
      itemStarts: [2, 5],
      items: [{ start: 2 }, { start: 8 }],
    });
  });

  it("keeps comments with their places", () => {
    expect(parseYamlDocument("# a\nb: c # d\n  #e\r\nf: 'x#y'\n").comments).toEqual([
      { start: 0, end: 3, text: " a", ownLine: true },
      { start: 9, end: 12, text: " d", ownLine: false },
      { start: 15, end: 17, text: "e", ownLine: true },
    ]);
  });

  it("finds comments behind headers, in flow collections and around documents' marks", () => {
    const { comments } = parseYamlDocument(
      "# 1\n--- # 2\na: | # 3\n  # no\nb: [ # 4\n  x # 5\n] # 6\n... # 7\n# 8\n",
    );
    expect(comments.map((comment) => comment.text)).toEqual([" 1", " 2", " 3", " 4", " 5", " 6", " 7", " 8"]);
  });
});

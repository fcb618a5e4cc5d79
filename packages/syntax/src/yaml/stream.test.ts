import { describe, expect, it } from "vitest";
import { parseYaml } from "./parse.ts";

describe("splitting a file into documents", () => {
  it.each<[string, readonly string[]]>([
    ["", [""]],
    ["a\n", ["a\n"]],
    ["a\n---\nb\n", ["a\n", "---\nb\n"]],
    ["---\na\n---\nb", ["---\na\n", "---\nb"]],
    ["# c\n---\na\n", ["# c\n---\na\n"]],
    ["---\n---\n", ["---\n", "---\n"]],
    ["a\n---\n", ["a\n", "---\n"]],
    ["a\n...\n", ["a\n...\n"]],
    ["a\n...\n# tail\n", ["a\n...\n# tail\n"]],
    ["a\n...\nb\n", ["a\n...\n", "b\n"]],
    ["a\n...\n---\nb\n", ["a\n...\n", "---\nb\n"]],
    ["...\n...\na\n", ["...\n...\na\n"]],
    ["%YAML 1.2\n---\na\n...\n%YAML 1.2\n---\nb\n", ["%YAML 1.2\n---\na\n...\n", "%YAML 1.2\n---\nb\n"]],
    ["--- a\n--- b", ["--- a\n", "--- b"]],
    ["---\ta\n---b\n", ["---\ta\n---b\n"]],
    ["a: |\n---\nb", ["a: |\n", "---\nb"]],
    ["a: '\n---\n'", ["a: '\n", "---\n'"]],
    ["a\r\n---\r\nb\r\n", ["a\r\n", "---\r\nb\r\n"]],
    ["a\r---\rb", ["a\r", "---\rb"]],
    ["\ufeff---\na\n---\nb\n", ["\ufeff---\na\n", "---\nb\n"]],
    ["x\n----\n--- \ny", ["x\n----\n", "--- \ny"]],
    [" ---\n...a\n...", [" ---\n...a\n..."]],
  ])("of %j", (text, expected) => {
    const { documents } = parseYaml(text);
    expect(documents.map(({ document }) => document.text)).toEqual(expected);
    let offset = 0;
    documents.forEach((placed, index) => {
      expect(placed).toMatchObject({ offset, index });
      offset += placed.document.text.length;
    });
    expect(offset).toBe(text.length);
  });

  it("leaves the root of an empty document undefined", () => {
    expect(
      parseYaml("---\n---\nnull\n--- # c\n").documents.map(({ document }) => document.root?.kind),
    ).toEqual([undefined, "scalar", undefined]);
  });
});

describe("reading a changed file again", () => {
  it("keeps the trees of documents whose text is the same, wherever they stand", () => {
    const previous = parseYaml("a: 1\n---\nb: 2\n---\nc: 3\n");
    const next = parseYaml("# new\na: 1\n---\nc: 3\n---\nb: 2\n", { previous });
    const [a, b, c] = previous.documents.map(({ document }) => document);
    expect(next.documents.map(({ document }) => document)).not.toContain(a);
    expect(next.documents[1]?.document.root).toEqual(parseYaml("---\nc: 3\n").documents[0]?.document.root);
    const again = parseYaml(`x: 0\n---\nb: 2\n---\nc: 3\n`, { previous });
    expect(again.documents[1]?.document).toBe(b);
    expect(again.documents[2]?.document).toBe(c);
    expect(again.documents[1]?.offset).toBe(5);
  });

  it("takes linear time for many documents", () => {
    const text = "a: 1\n---\n".repeat(50_000);
    const previous = parseYaml(text);
    const start = performance.now();
    const next = parseYaml(`${text}b: 2\n`, { previous });
    expect(performance.now() - start).toBeLessThan(1000);
    expect(next.documents[40_000]?.document).toBe(previous.documents[49_999]?.document);
  });
});

import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "./document.ts";
import { nodeAtOffset, walkYaml } from "./walk.ts";

describe("walkYaml", () => {
  const { root } = parseYamlDocument("a: &x\n  - 1\n  - b: 2\nc: *x\n");

  it("visits every value once with its path and does not follow aliases", () => {
    const seen: string[] = [];
    expect(walkYaml(root, (node, path) => void seen.push(`${path.join(".")} ${node.kind}`))).toBe(true);
    expect(seen).toEqual([" map", "a sequence", "a.0 scalar", "a.1 map", "a.1.b scalar", "c alias"]);
  });

  it("leaves out what the visitor declines", () => {
    const seen: string[] = [];
    walkYaml(root, (node, path) => {
      seen.push(path.join("."));
      return node.kind !== "sequence";
    });
    expect(seen).toEqual(["", "a", "c"]);
  });

  it("ends at its limit and says so", () => {
    let count = 0;
    const visit = (): void => {
      count += 1;
    };
    expect(walkYaml(root, visit, 3)).toBe(false);
    expect(count).toBe(3);
    expect(walkYaml(root, visit, 6)).toBe(true);
    expect(walkYaml(undefined, visit)).toBe(true);
  });
});

describe("nodeAtOffset", () => {
  const text = "a:\n  - x\n  - b: 'y z'\n    c: [1, {d: 2}]\ne:\n";
  const document = parseYamlDocument(text);

  it.each<[string, number, readonly string[]]>([
    ["a", 0, ["root", "key a"]],
    ["a", 1, ["root", "key a"]],
    ["x", 0, ["root", "value a", "item 0"]],
    ["x", 1, ["root", "value a", "item 0"]],
    ["b", 0, ["root", "value a", "item 1", "key b"]],
    ["y z", 1, ["root", "value a", "item 1", "value b"]],
    ["1", 0, ["root", "value a", "item 1", "value c", "item 0"]],
    ["d", 0, ["root", "value a", "item 1", "value c", "item 1", "key d"]],
    ["2", 1, ["root", "value a", "item 1", "value c", "item 1", "value d"]],
    ["e:", 2, ["root", "value e"]],
    ["- x", 0, ["root", "value a"]],
  ])("finds the way to %j + %d", (part, shift, expected) => {
    const steps = nodeAtOffset(document, text.indexOf(part) + shift);
    expect(steps.map((step) => (step.part === "root" ? "root" : `${step.part} ${step.step}`))).toEqual(
      expected,
    );
    expect(steps.at(-1)?.node).toBeDefined();
  });

  it("finds nothing outside the root", () => {
    expect(nodeAtOffset(document, text.length)).toEqual([]);
    expect(nodeAtOffset(parseYamlDocument("# c\na: 1"), 1)).toEqual([]);
    expect(nodeAtOffset(parseYamlDocument(""), 0)).toEqual([]);
  });

  it("is quick in wide documents", () => {
    const wide = parseYamlDocument(Array.from({ length: 50_000 }, (_, index) => `k${index}: [v]\n`).join(""));
    const start = performance.now();
    for (let offset = 0; offset < wide.text.length; offset += 10) nodeAtOffset(wide, offset);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

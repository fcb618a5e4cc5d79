import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "./document.ts";
import type { YamlNode } from "./nodes.ts";
import {
  asMap,
  asScalar,
  asSequence,
  entryName,
  getEntry,
  getNode,
  resolveAlias,
  scalarText,
  type YamlPath,
} from "./read.ts";

function root(text: string): YamlNode {
  const node = parseYamlDocument(text).root;
  if (node === undefined) throw new Error("the text is empty");
  return node;
}

describe("getNode", () => {
  const text = `
base: &base {image: nginx, ports: [80, 443]}
more: &more
  tag: "1"
  image: other
a: *base
b:
  <<: *base
  name: b
c:
  <<: [*more, *base]
d:
  <<: *base
  image: own
`;
  it.each<[YamlPath, string | undefined]>([
    [["base", "image"], "nginx"],
    [["a", "image"], "nginx"],
    [["a", "ports", 1], "443"],
    [["b", "image"], "nginx"],
    [["b", "name"], "b"],
    [["c", "image"], "other"],
    [["c", "tag"], "1"],
    [["c", "ports", 0], "80"],
    [["d", "image"], "own"],
    [["d", "nothing"], undefined],
    [["a", "ports", 2], undefined],
    [["a", "ports", -1], undefined],
    [["a", "ports", "0"], undefined],
    [["a", "image", "x"], undefined],
    [["nothing", "x"], undefined],
    [["constructor"], undefined],
    [["__proto__"], undefined],
  ])("at %j finds %j", (path, expected) => {
    expect(scalarText(getNode(root(text), path))).toBe(expected);
  });

  it("follows the last alias and stands at the anchor", () => {
    const tree = root(text);
    expect(getNode(tree, ["a"])).toBe(getNode(tree, ["base"]));
    expect(getNode(tree, [])).toBe(tree);
    expect(getNode(undefined, ["a"])).toBeUndefined();
  });
});

describe("getEntry", () => {
  it("takes the later of two equal keys", () => {
    const map = asMap(root("a: 1\nb: 2\na: 3\n"));
    expect(map === undefined ? undefined : scalarText(getEntry(map, "a")?.value)).toBe("3");
  });

  it("finds every key of a large map, and each in constant time", () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `key${index}`);
    const map = asMap(root(keys.map((key) => `${key}: ${key}\n`).join("")));
    if (map === undefined) throw new Error("no map");
    const start = performance.now();
    const found = keys.filter((key) => scalarText(getEntry(map, key)?.value) === key);
    expect(found).toHaveLength(40_000);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(getEntry(map, "other")).toBeUndefined();
  });

  it("does not take a quoted << or one with a scalar for a merge", () => {
    for (const text of ['"<<": {a: 1}\n', "<<: a\n", "<<: [{a: 1}, b]\n"]) {
      const map = asMap(root(text));
      expect(map === undefined ? undefined : getEntry(map, "<<")).toBeDefined();
      expect(map === undefined ? undefined : getEntry(map, "a")).toBeUndefined();
    }
  });
});

describe("looking at one node", () => {
  it.each<[string, string | undefined]>([
    ["x", "x"],
    ["0x1F", "0x1F"],
    ["true", "true"],
    ["''", ""],
    ["null", undefined],
    ["~", undefined],
    ["[a]", undefined],
    ["!!str null", "null"],
  ])("reads the text of %s as %j", (text, expected) => {
    expect(scalarText(root(text))).toBe(expected);
  });

  it("answers for no node and for the wrong kind", () => {
    expect([asMap(undefined), asSequence(undefined), asScalar(undefined), resolveAlias(undefined)]).toEqual(
      Array(4).fill(undefined),
    );
    expect([asMap(root("[]")), asSequence(root("{}")), asScalar(root("{}"))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(resolveAlias({ kind: "alias", start: 0, end: 2, name: "x", target: undefined })).toBeUndefined();
  });

  it.each([
    ["a: 1", "a"],
    ["1: 1", "1"],
    ["0x10: 1", "16"],
    ["null: 1", "null"],
    ["[a, {b: c}]: 1", "[a, {b: c}]"],
    [`? [${"x, ".repeat(500)}]\n: 1`, `[${Array(31).fill("x").join(", ")}, …]`],
  ])("names the entry %j", (text, name) => {
    const entry = asMap(root(text))?.entries[0];
    expect(entry === undefined ? undefined : entryName(entry)).toBe(name);
  });
});

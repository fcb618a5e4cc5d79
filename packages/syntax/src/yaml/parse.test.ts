import { describe, expect, it } from "vitest";
import type { YamlNode } from "./nodes.ts";
import { parseYaml } from "./parse.ts";

/** Maps as lists of pairs, so that order and double keys are seen; bigint as `n`. */
function plain(node: YamlNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "alias") return `*${node.name}`;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(plain);
  return { pairs: node.entries.map((entry) => [plain(entry.key), plain(entry.value)]) };
}

function map(...pairs: readonly (readonly [unknown, unknown])[]): unknown {
  return { pairs };
}

function read(text: string): unknown {
  const { documents } = parseYaml(text);
  expect(documents).toHaveLength(1);
  expect(documents[0]?.document.problems).toEqual([]);
  return plain(documents[0]?.document.root);
}

describe("block collections", () => {
  it.each<[string, unknown]>([
    ["", undefined],
    ["\n# only a comment\n", undefined],
    ["a: 1\nb: 2\n", map(["a", 1n], ["b", 2n])],
    ["a:\n  b:\n    c: x", map(["a", map(["b", map(["c", "x"])])])],
    ["a:\nb:\n", map(["a", null], ["b", null])],
    ["a:\n- 1\n- 2\nb: 3\n", map(["a", [1n, 2n]], ["b", 3n])],
    ["a:\n  - 1\n  - 2\n", map(["a", [1n, 2n]])],
    ["- - a\n  - b\n- c\n", [["a", "b"], "c"]],
    ["- a: 1\n  b: 2\n- c: 3\n", [map(["a", 1n], ["b", 2n]), map(["c", 3n])]],
    ["-\n  a: 1\n-\n  - x\n", [map(["a", 1n]), ["x"]]],
    ["- \n-\n- a", [null, null, "a"]],
    ["-   a: 1\n    b: 2\n", [map(["a", 1n], ["b", 2n])]],
    ["? a\n: b\n? c\nd: e\n", map(["a", "b"], ["c", null], ["d", "e"])],
    ["? - x\n  - y\n: - z\n", map([["x", "y"], ["z"]])],
    ["? a\n# between\n: b\n", map(["a", "b"])],
    ["? k: v\n: w\n", map([map(["k", "v"]), "w"])],
    [": v\n", map([null, "v"])],
    ["'a b': 1\n\"c\\td\": 2\n[x]: 3\n", map(["a b", 1n], ["c\td", 2n], [["x"], 3n])],
    ["a : 1\nb  :   2\n", map(["a", 1n], ["b", 2n])],
    ["a:b: c\nurl: http://x:80/#y\n", map(["a:b", "c"], ["url", "http://x:80/#y"])],
    ["\ufeffa: 1\n", map(["a", 1n])],
    ["a: 1\r\nb:\r\n- x\r\n", map(["a", 1n], ["b", ["x"]])],
    ["a: 1\rb: 2\r", map(["a", 1n], ["b", 2n])],
    ["a: 1 # c\n# d\n\n  # e\nb: 2 #f\n", map(["a", 1n], ["b", 2n])],
    ["a:\t1\nb: \tx\t\n", map(["a", 1n], ["b", "x"])],
    ["a:\n  \n\t\n  b: 1\n", map(["a", map(["b", 1n])])],
    ["  a: 1\n  b: 2\n", map(["a", 1n], ["b", 2n])],
    ["<<: {a: 1}\n", map(["<<", map(["a", 1n])])],
    ["key: -1\nlist:\n- -x\n- --y\n- -\n", map(["key", -1n], ["list", ["-x", "--y", [null]]])],
    ["? \n- a\n: \n- b\n", map([["a"], ["b"]])],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("flow collections", () => {
  it.each<[string, unknown]>([
    ["[]", []],
    ["{}", map()],
    ["[a, b, ]", ["a", "b"]],
    ["{a: 1, b, c: }", map(["a", 1n], ["b", null], ["c", null])],
    ['{"a":1,"b":[true,null,"x"]}', map(["a", 1n], ["b", [true, null, "x"]])],
    ["{a:1}", map(["a:1", null])],
    ["{'a':1, [x]:2, {}:3}", map(["a", 1n], [["x"], 2n], [map(), 3n])],
    ["[a: 1, ? b : 2, : 3, ? ]", [map(["a", 1n]), map(["b", 2n]), map([null, 3n]), map([null, null])]],
    ["{? a : 1, ? b, ? }", map(["a", 1n], ["b", null], [null, null])],
    ["[\n  a,\n  # c\n  b # d\n]\n", ["a", "b"]],
    ["{\n\ta: 1,\n\tb: 2\n}\n", map(["a", 1n], ["b", 2n])],
    ["k: {\n  a: 1\n}\n", map(["k", map(["a", 1n])])],
    ["[a b\n  c, d]", ["a b c", "d"]],
    ["{a\n  b: 1}", map(["a b", 1n])],
    ["[http://x:80, -1, a#b, 'x']", ["http://x:80", -1n, "a#b", "x"]],
    ["[!!str , &a , !!str 1]", ["", null, "1"]],
    ["{a: [b, {c: d}], e: f}", map(["a", ["b", map(["c", "d"])]], ["e", "f"])],
    ["[[[[]]]]", [[[[]]]]],
    ["[a, [b]: c]", ["a", map([["b"], "c"])]],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("plain and quoted scalars", () => {
  it.each<[string, unknown]>([
    ["a b  c", "a b  c"],
    ["a\n b\n\n c\n\n\n d", "a b\nc\n\nd"],
    ["a: x\n  - y\n  # not text", map(["a", "x - y"])],
    ["a: b#c\n", map(["a", "b#c"])],
    ["a: ?b\n", map(["a", "?b"])],
    ["a: :b\n", map(["a", ":b"])],
    ["'it''s'", "it's"],
    ["''", ""],
    ["'a\n  b\n\n  c '", "a b\nc "],
    ["'a \\n'", "a \\n"],
    [
      '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\"\\/\\\\\\N\\_\\L\\P"',
      '\0\x07\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029',
    ],
    ['"\\x41\\u00e9\\U0001F600\\ud83d\\ude00"', "Aé😀😀"],
    ['"a\n  b\n\n  c"', "a b\nc"],
    ['"a\\\n  b"', "ab"],
    ['"a \\\n  \\ b\\\n\n  c"', "a  b\nc"],
    ['"a\\t \n  b"', "a\t b"],
    ['" a "', " a "],
    ['a: "x\n  y"\nb: 1', map(["a", "x y"], ["b", 1n])],
    ["'a\r\n  b\r  c'", "a b c"],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("block scalars", () => {
  it.each<[string, unknown]>([
    ["a: |\n  x\n   y\n\n  z\n\n", map(["a", "x\n y\n\nz\n"])],
    ["a: |-\n  x\n\nb: 1", map(["a", "x"], ["b", 1n])],
    ["a: |+\n  x\n\nb: 1", map(["a", "x\n\n"], ["b", 1n])],
    ["a: |+\n  x\n\n\n", map(["a", "x\n\n\n"])],
    ["a: |2\n   x\n  y\n", map(["a", " x\ny\n"])],
    ["a: |-2\n   x", map(["a", " x"])],
    ["a: |1+ # c\n  x\n\n", map(["a", " x\n\n"])],
    ["a: >\n  x\n  y\n\n  z\n", map(["a", "x y\nz\n"])],
    ["a: >-\n  x\n    y\n    z\n  w\n", map(["a", "x\n  y\n  z\nw"])],
    ["a: >\n\n  x\n\n\n  y\n", map(["a", "\nx\n\ny\n"])],
    ["a: >\n  x\n\n    y\n\n  z\n", map(["a", "x\n\n  y\n\nz\n"])],
    ["a: |\nb: 1", map(["a", ""], ["b", 1n])],
    ["a: |+\n\n\nb: 1", map(["a", "\n\n"], ["b", 1n])],
    ["- |\n x\n- >\n y\n", ["x\n", "y\n"]],
    ["--- |\nx\ny\n", "x\ny\n"],
    ["a: |\n  # text\n  x: y\n # comment\nb: 1", map(["a", "# text\nx: y\n"], ["b", 1n])],
    ["a: |\r\n  x\r\n  y\r\n", map(["a", "x\ny\n"])],
    ["a: |\n  x\n     \n", map(["a", "x\n   \n"])],
    ["a:\n- |\n  x\n- y\n", map(["a", ["x\n", "y"]])],
    ["a: |\n  x", map(["a", "x\n"])],
    ["a: |\n  \tx\n", map(["a", "\tx\n"])],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe("anchors, aliases and tags", () => {
  it.each<[string, unknown]>([
    ["a: &x 1\nb: *x\n", map(["a", 1n], ["b", "*x"])],
    ["&m\na: 1\n", map(["a", 1n])],
    ["&x k: 1\n", map(["k", 1n])],
    ["a: &x k\n*x : 2\n", map(["a", "k"], ["*x", 2n])],
    [
      "a: !!str 1\nb: !!int '2'\nc: !!float 3\nd: !!null ''\ne: !!bool \"true\"\n",
      map(["a", "1"], ["b", 2n], ["c", 3], ["d", null], ["e", true]),
    ],
    ["a: ! 1\nb: !local 2\nc: !<tag:yaml.org,2002:str> 3\n", map(["a", "1"], ["b", "2"], ["c", "3"])],
    ["%TAG !e! tag:x,1:\n---\n!e!y 1\n", "1"],
    ["- &a [1]\n- &b {c: *a}\n- *b\n", [[1n], map(["c", "*a"]), "*b"]],
    ["a: &x\nb: !!str\n", map(["a", null], ["b", ""])],
    ["a:\n  !!map\n  &x\n  b: 1\n", map(["a", map(["b", 1n])])],
    ["- !t &a k: v\n", [map(["k", "v"])]],
  ])("reads %j", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("gives the properties of one line to the first key and those above to the map", () => {
    const root = parseYaml("&m !!map\n&k !!str a: &v b\n").documents[0]?.document.root;
    expect(root).toMatchObject({
      kind: "map",
      anchor: "m",
      tag: "!!map",
      entries: [{ key: { anchor: "k", tag: "!!str", text: "a" }, value: { anchor: "v", text: "b" } }],
    });
  });

  it("lets an alias stand for the latest node of its anchor", () => {
    const root = parseYaml("- &a 1\n- *a\n- &a 2\n- *a\n").documents[0]?.document.root;
    const targets =
      root?.kind === "sequence"
        ? root.items.map((item) => (item.kind === "alias" ? item.target : undefined))
        : [];
    expect(targets.map((target) => target?.start)).toEqual([undefined, 5, undefined, 17]);
  });
});

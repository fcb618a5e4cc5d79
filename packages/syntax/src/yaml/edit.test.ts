import { describe, expect, it } from "vitest";
import { applyEdits, type TextEdit } from "../source/text-edit.ts";
import { parseYamlDocument } from "./document.ts";
import { insertItem, removeAt, renameKey, replaceScalar, setValue, setValues } from "./edit.ts";
import type { YamlDocument, YamlNode, YamlScalarValue } from "./nodes.ts";
import { asScalar, getNode, type YamlPath } from "./read.ts";
import type { YamlPlain } from "./value.ts";

/** The text after an edit, or "refused". */
function edited(text: string, make: (document: YamlDocument, root: YamlNode) => readonly TextEdit[]): string {
  const document = parseYamlDocument(text);
  if (document.root === undefined) throw new Error("the text is empty");
  const edits = make(document, document.root);
  return edits.length === 0 ? "refused" : applyEdits(text, edits);
}

function set(text: string, path: YamlPath, value: YamlPlain): string {
  return edited(text, (document, root) => setValue(document, root, path, value));
}

describe("setValue on a value that exists", () => {
  it.each<[string, YamlPath, YamlPlain, string]>([
    ["a: 1 # c\nb: 2\n", ["a"], 5, "a: 5 # c\nb: 2\n"],
    ["a: 'x'\n", ["a"], "it's", "a: 'it''s'\n"],
    ['{a: "x"}', ["a"], "z", '{a: "z"}'],
    ["a: 1\n", ["a"], "yes", 'a: "yes"\n'],
    ["a:\nb: 2\n", ["a"], "x", "a: x\nb: 2\n"],
    ["a: # c\n", ["a"], "x", "a: x # c\n"],
    ["a: &x # c\n", ["a"], "z", "a: &x z # c\n"],
    ["a: &x !!str 1\n", ["a"], 2, "a: &x 2\n"],
    ["a: !!str &x 1\n", ["a"], 2, "a: &x 2\n"],
    ["a: | # c\n  x\n  y\n", ["a"], "z", "a: z # c\n"],
    ["- 1\n-\n- 3\n", [1], "x", "- 1\n- x\n- 3\n"],
    ["[1, 2]", [1], "a,b", '[1, "a,b"]'],
    ["{a: 1}", ["a"], { b: [1] }, "{a: {b: [1]}}"],
    ["{a}", ["a"], 1, "{a: 1}"],
    ["{a: }", ["a"], 1, "{a: 1 }"],
    ['{"a":1}', ["a"], { b: "c", d: [1, 2] }, '{"a":{"b":"c","d":[1,2]}}'],
    ["a: 1 # c\nb: 2\n", ["a"], { x: 1, y: [1, 2] }, 'a: # c\n  x: 1\n  "y":\n    - 1\n    - 2\nb: 2\n'],
    ["a: {}\n", ["a"], { x: 1 }, "a:\n  x: 1\n"],
    ["- 1 # c\n", [0], { a: 1, b: 2 }, "- a: 1\n  b: 2 # c\n"],
    ["- &x 1\n", [0], { a: 1 }, "- &x\n  a: 1\n"],
    ["a:\n  b: 1\n  c: 2\nd: 3\n", ["a"], "x", "a: x\nd: 3\n"],
    ["a: # c\n  # d\n  b: 1\nd: 3", ["a"], [], "a: [] # c\n  # d\nd: 3"],
    ["a:\n- b\nd: 3\n", ["a"], { x: 1 }, "a:\n  x: 1\nd: 3\n"],
    ["a:\n  b: 1\n", ["a"], [1, 2], "a:\n  - 1\n  - 2\n"],
    ["- a: 1\n  b: 2\n- c\n", [0], "x", "- x\n- c\n"],
    ["a: 1\n", [], { b: 2 }, "b: 2\n"],
    ["--- 1\n", [], { b: 2 }, "---\nb: 2\n"],
    ["a: 1\r\nb:\r\n", ["b"], { c: 2 }, "a: 1\r\nb:\r\n  c: 2\r\n"],
    ["a: {x: 1,\n    y: 2} # c\n", ["a"], { z: 1 }, "a: # c\n  z: 1\n"],
  ])("in %j at %j to %j", (text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });
});

describe("setValue on what is missing", () => {
  it.each<[string, YamlPath, YamlPlain, string]>([
    ["a: 1\n", ["b"], 2, "a: 1\nb: 2\n"],
    ["a: 1", ["b"], 2, "a: 1\nb: 2"],
    ["a: 1 # c\n\n# tail\n", ["b"], 2, "a: 1 # c\nb: 2\n\n# tail\n"],
    ["a:\n    b: 1\nc: 2\n", ["a", "d", "e"], true, "a:\n    b: 1\n    d:\n        e: true\nc: 2\n"],
    ["a:\n  b: 1\n  # tail of a\nc: 2\n", ["a", "d"], 1, "a:\n  b: 1\n  d: 1\n  # tail of a\nc: 2\n"],
    ["a:\n  l: [x]\n", ["m"], [1], "a:\n  l: [x]\nm:\n  - 1\n"],
    ["a:\n- x\n", ["b"], [1], "a:\n- x\nb:\n- 1\n"],
    ["a:\n- x\n", ["a", 1], { k: 1, j: 2 }, "a:\n- x\n- k: 1\n  j: 2\n"],
    ["- a: 1\n- b: 2\n", [0, "c"], 3, "- a: 1\n  c: 3\n- b: 2\n"],
    ["-   a: 1\n", [0, "c"], { d: 1 }, "-   a: 1\n    c:\n      d: 1\n"],
    ["a: null\n", ["a", "b"], 1, "a:\n  b: 1\n"],
    ["a:\n", ["a", "b", 0, "c"], 1, "a:\n  b:\n    - c: 1\n"],
    ["a: {} # c\n", ["a", "b"], 1, "a: # c\n  b: 1\n"],
    ["a: {b: {}}\n", ["a", "b", "c"], 1, "a: {b: {c: 1}}\n"],
    ["{}", ["a"], "b", "a: b"],
    ["{a: 1}\n", ["b"], "x", "{a: 1, b: x}\n"],
    ["{a: 1,}\n", ["b"], "x", "{a: 1, b: x}\n"],
    ['{\n  "a": 1\n}\n', ["b"], "x", '{\n  "a": 1,\n  "b": "x"\n}\n'],
    ["{\n  a: 1 # c\n}\n", ["b"], 2, "{\n  a: 1, # c\n  b: 2\n}\n"],
    ["{\n  a: 1, # c\n}\n", ["b"], 2, "{\n  a: 1, # c\n  b: 2\n}\n"],
    ["[a: 1]", [0, "b"], 2, "[{a: 1, b: 2}]"],
    ["a: |\n  x\n\nb: 1\n", ["c"], 1, "a: |\n  x\n\nb: 1\nc: 1\n"],
    ["b: 1\na: |\n  x\n\n# c\n", ["c"], 1, "b: 1\na: |\n  x\nc: 1\n\n# c\n"],
    ["&k a: 1\n", ["b"], 1, "&k a: 1\nb: 1\n"],
    ["? a\n: 1\n", ["b"], 1, "? a\n: 1\nb: 1\n"],
    ["a: 1\n...\n", ["b"], 2, "a: 1\nb: 2\n...\n"],
    ["a: 1\n", ["__proto__", "x"], 2, "a: 1\n__proto__:\n  x: 2\n"],
    ["a: 1\n", ["k: v"], "x: y", 'a: 1\n"k: v": "x: y"\n'],
  ])("in %j at %j to %j", (text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });
});

describe("setValue behind aliases and merges", () => {
  it.each<[string, YamlPath, YamlPlain, string]>([
    ["a: &x {b: 1}\nc: *x\n", ["c", "b"], 2, "a: &x {b: 2}\nc: *x\n"],
    ["a: &x\n  b: 1\nc: *x\n", ["c", "d"], 2, "a: &x\n  b: 1\n  d: 2\nc: *x\n"],
    ["a: &x {}\nc: *x\n", ["c", "d"], 2, "a: &x\n  d: 2\nc: *x\n"],
    ["a: &x {b: 1}\nc: *x\n", ["c"], 2, "a: &x {b: 1}\nc: 2\n"],
    ["a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", ["c", "b"], 2, "a: &x {b: 2}\nc:\n  <<: *x\n  d: 1\n"],
    ["a: &x\n  b: 1\nc:\n  <<: *x\n", ["c", "d"], 2, "a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n"],
    ["a: &x 1\nc: *x\n", ["a"], 2, "a: &x 2\nc: *x\n"],
    ["a:\n  b: &x 1\n  c: *x\nd: 1\n", ["a"], 2, "a: 2\nd: 1\n"],
  ])("in %j at %j to %j", (text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });
});

describe("what setValue refuses", () => {
  it.each<[string, string, YamlPath, YamlPlain]>([
    ["a path through a scalar", "a: x\n", ["a", "b"], 1],
    ["an index that is not the next", "a: [1]\n", ["a", 2], 1],
    ["a key in a sequence", "a: [1]\n", ["a", "b"], 1],
    ["an index in a map", "a: 1\n", ["a", 0], 1],
    ["a new sequence that starts behind 0", "a:\n", ["a", 1], 1],
    ["a malformed document", "a: [1\nb: 2\n", ["b"], 1],
    ["to lose an anchor that is used", "a:\n  b: &x 1\nc: *x\n", ["a"], 1],
    ["to lose an anchor of a key that is used", "a:\n  &x b: 1\nc: *x\n", ["a"], 1],
    ["an alias without a target", "a: *x\n", ["a", "b"], 1],
    ["a tag on a block collection", "a: !t\n  b: 1\n", ["a"], 1],
    ["kept line breaks before the new text", "a: |+\n  x\n\n", ["b"], 1],
    ["a question mark without a value", "? a\n", ["a"], 1],
    ["a key of more than a thousand characters", "a: 1\n", ["x".repeat(1001)], 1],
  ])("%s", (_name, text, path, value) => {
    expect(set(text, path, value)).toBe("refused");
  });

  it("is a value that nests too deep, with an error", () => {
    let deep: YamlPlain = 1;
    for (let level = 0; level < 200; level += 1) deep = [deep];
    const value = deep;
    expect(() => set("a: 1\n", ["a"], value)).toThrow(RangeError);
  });
});

describe("setValues", () => {
  it("puts changes below one new parent together", () => {
    const text = "spec:\n  containers:\n  - name: a\n";
    const result = edited(text, (document, root) =>
      setValues(document, root, [
        { path: ["spec", "containers", 0, "securityContext", "privileged"], value: false },
        { path: ["spec", "containers", 0, "securityContext", "capabilities", "drop"], value: ["ALL"] },
        { path: ["spec", "containers", 0, "securityContext", "capabilities", "add"], value: [] },
        { path: ["spec", "containers", 0, "image"], value: "x" },
        { path: ["spec", "containers", 0, "name"], value: "b" },
      ]),
    );
    expect(result).toBe(
      "spec:\n  containers:\n  - name: b\n    securityContext:\n      privileged: false\n      capabilities:\n        drop:\n        - ALL\n        add: []\n    image: x\n",
    );
  });

  it("makes all changes or none", () => {
    expect(
      edited("a: 1\n", (document, root) =>
        setValues(document, root, [
          { path: ["b"], value: 1 },
          { path: ["a", "x"], value: 1 },
        ]),
      ),
    ).toBe("refused");
    expect(
      edited("a:\n", (document, root) =>
        setValues(document, root, [
          { path: ["a", "b"], value: 1 },
          { path: ["a", "b", "c"], value: 1 },
        ]),
      ),
    ).toBe("refused");
    expect(
      edited("a:\n", (document, root) =>
        setValues(document, root, [
          { path: ["a", 0], value: 1 },
          { path: ["a", "b"], value: 1 },
        ]),
      ),
    ).toBe("refused");
  });

  it("composes with other edits of the document", () => {
    const text = "a: 1\nb:\n  c: 2\n  d: 3\ne: [1, 2]\n";
    const result = edited(text, (document, root) => [
      ...setValue(document, root, ["a"], 9),
      ...removeAt(document, root, ["b", "c"]),
      ...setValue(document, root, ["b", "x"], 1),
      ...removeAt(document, root, ["e", 0]),
      ...setValue(document, root, ["f"], 1),
    ]);
    expect(result).toBe("a: 9\nb:\n  d: 3\n  x: 1\ne: [2]\nf: 1\n");
  });
});

describe("removeAt", () => {
  it.each<[string, YamlPath, string]>([
    ["a: 1 # c\nb: 2\n", ["a"], "b: 2\n"],
    ["a: 1\nb: 2 # c", ["b"], "a: 1\n"],
    ["a: 1\n\n# about b\nb:\n  c: 1\n\n# tail\n", ["b"], "a: 1\n\n# about b\n\n# tail\n"],
    ["a:\n  b: 1\n", ["a", "b"], "a: {}\n"],
    ["a:\n  - b # c\nd: 1\n", ["a", 0], "a: []\nd: 1\n"],
    ["a: 1\n", ["a"], "{}\n"],
    ["- a: 1 # c\n  b: 2\n", [0, "a"], "- b: 2\n"],
    ["- a: 1\n  # about b\n  b: 2\n", [0, "a"], "- # about b\n  b: 2\n"],
    ["- - a\n  - b\n", [0, 0], "- - b\n"],
    ["- a\n- b\n- c\n", [1], "- a\n- c\n"],
    ["- a\n-\n- c\n", [1], "- a\n- c\n"],
    ["[a, b, c]", [0], "[b, c]"],
    ["[a, b, c]", [2], "[a, b]"],
    ["[a, b,]", [1], "[a, ]"],
    ["[a]", [0], "[]"],
    ["{a: 1, b: 2}", ["b"], "{a: 1}"],
    ["{\n  a: 1, # c\n  b: 2 # d\n}\n", ["a"], "{\n  b: 2 # d\n}\n"],
    ["{\n  a: 1, # c\n  b: 2 # d\n}\n", ["b"], "{\n  a: 1 # c\n}\n"],
    ["&k a: 1\nb: 2\n", ["a"], "b: 2\n"],
    ["? a\n: 1\nb: 2\n", ["a"], "b: 2\n"],
    ["a: 1\r\nb: 2\r\n", ["a"], "b: 2\r\n"],
    ["a: |\n  x\n\nb: 1\n", ["a"], "\nb: 1\n"],
    ["a: &x 1\nb: 2\n", ["a"], "b: 2\n"],
  ])("from %j takes %j", (text, path, expected) => {
    expect(edited(text, (document, root) => removeAt(document, root, path))).toBe(expected);
  });

  it.each<[string, YamlPath]>([
    ["a: 1\n", []],
    ["a: 1\n", ["b"]],
    ["a: &x 1\nb: *x\n", ["a"]],
    ["&x a: 1\nb: *x\n", ["a"]],
    ["- [&x 1]\n- *x\n", [0]],
    ["a: |+\n  x\n\nb: 1\n", ["a"]],
    ["a: [1\nb: 2\n", ["b"]],
  ])("refuses %j at %j", (text, path) => {
    expect(edited(text, (document, root) => removeAt(document, root, path))).toBe("refused");
  });
});

describe("replaceScalar", () => {
  it.each<[string, YamlScalarValue, string]>([
    ["k: a", "b", "k: b"],
    ["k: 'a'", "it's", "k: 'it''s'"],
    ["k: 'a'", "x\ny", 'k: "x\\ny"'],
    ['k: "a"', "b", 'k: "b"'],
    ['k: "a"', 1n, "k: 1"],
    ["k: a", "true", 'k: "true"'],
    ["k: a", "", 'k: ""'],
    ["k: a", null, "k: null"],
    ["k: [a]", "x", "refused"],
    ["k:", "x", "k: x"],
    ["k: |\n  a\n", "x\n  y\n", "k: |\n  x\n    y\n"],
    ["k: >- # c\n    a\nj: 1", "x\ny", "k: |- # c\n    x\n    y\nj: 1"],
    ["k: |\n  a\n", " x", 'k: " x"\n'],
    ["k: |\n  a\n", 5, "k: 5\n"],
    ["k: &x !t a", "b", "k: &x b"],
    ["{k: a}", "b}", '{k: "b}"}'],
  ])("in %j writes %o", (text, value, expected) => {
    const result = edited(text, (document, root) => {
      const scalar = asScalar(getNode(root, ["k"]));
      return scalar === undefined ? [] : replaceScalar(document, scalar, value);
    });
    expect(result).toBe(expected);
  });
});

describe("insertItem", () => {
  it.each<[string, YamlPath, { readonly index: number; readonly value: YamlPlain }, string]>([
    ["a:\n- x # c\n- y\n", ["a"], { index: 0, value: "n" }, 'a:\n- "n"\n- x # c\n- y\n'],
    ["a:\n- x # c\n- y\n", ["a"], { index: 1, value: "m" }, "a:\n- x # c\n- m\n- y\n"],
    ["a:\n- x # c\n- y\n", ["a"], { index: 2, value: "m" }, "a:\n- x # c\n- y\n- m\n"],
    ["[x, y]", [], { index: 0, value: "m" }, "[m, x, y]"],
    ["[x, y]", [], { index: 1, value: "m" }, "[x, m, y]"],
    ["[x, y]", [], { index: 2, value: "m" }, "[x, y, m]"],
    ["a: []\n", ["a"], { index: 0, value: "m" }, "a:\n  - m\n"],
    ["a:\n", ["a"], { index: 0, value: { k: 1 } }, "a:\n  - k: 1\n"],
    ["b: 1\n", ["a"], { index: 0, value: "m" }, "b: 1\na:\n  - m\n"],
    ["- - x\n  - y\n", [0], { index: 0, value: "m" }, "- - m\n  - x\n  - y\n"],
    ["[x]", [], { index: 2, value: "m" }, "refused"],
    ["[x]", [], { index: -1, value: "m" }, "refused"],
    ["a: x\n", ["a"], { index: 0, value: "m" }, "refused"],
  ])("in %j at %j puts %j", (text, path, change, expected) => {
    expect(edited(text, (document, root) => insertItem(document, root, path, change))).toBe(expected);
  });
});

describe("renameKey", () => {
  it.each<[string, YamlPath, string, string]>([
    ["a: 1 # c\nb: 2\n", ["a"], "x", "x: 1 # c\nb: 2\n"],
    ["'a': 1\n", ["a"], "x", "'x': 1\n"],
    ["a: 1\n", ["a"], "on", '"on": 1\n'],
    ["a: 1\n", ["a"], "<<", '"<<": 1\n'],
    ["- a:\n    b: 1\n", [0, "a"], "long-name", "- long-name:\n    b: 1\n"],
    ["{a: 1}", ["a"], "x,y", '{"x,y": 1}'],
    ["a: 1\nb: 2\n", ["a"], "b", "refused"],
    ["- a\n", [0], "b", "refused"],
    [": 1\n", ["null"], "b", "refused"],
  ])("in %j at %j to %j", (text, path, name, expected) => {
    expect(edited(text, (document, root) => renameKey(document, root, path, name))).toBe(expected);
  });
});

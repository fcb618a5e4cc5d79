import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "./document.ts";
import type { YamlNode } from "./nodes.ts";

function keys(node: YamlNode | undefined): unknown {
  if (node?.kind === "map")
    return node.entries.map((entry) => [
      entry.key.kind === "scalar" ? entry.key.text : "?",
      keys(entry.value),
    ]);
  if (node?.kind === "sequence") return node.items.map(keys);
  return node?.kind === "scalar" ? node.text : node?.kind;
}

describe("problems and their spans", () => {
  it.each<[string, readonly string[]]>([
    ["a: 1\nb: 2\na: 3\n", ["duplicate-key 10-11"]],
    ["{a: 1, 'a': 2}", ["duplicate-key 7-10"]],
    ['1: a\n"1": b\n', ["duplicate-key 5-8"]],
    ["a:\n    b: 1\n  c: 2\nd: 4\n", ["bad-indentation 14-18"]],
    ["a: 1\n  b: 2\nc: 3\n", ["bad-indentation 7-11"]],
    ["a:\n\tb: 1\n", ["tab-indentation 3-4", "tab-indentation 3-4"]],
    ["- a\n-\t- b\n", ["tab-indentation 5-6"]],
    ["a: b: c\n", ["nested-block 3-4"]],
    ["a: - b\n", ["nested-block 3-4"]],
    ["a: [1, 2\nb: 3\n", ["unclosed-flow 3-4"]],
    ["a: {b: [1, 2}\n", ["unclosed-flow 7-8"]],
    ["[a]]", ["content-after-end 3-4"]],
    ["[a, }, b]", ["unexpected-character 4-5"]],
    ["[a,, b]", ["unexpected-character 3-4"]],
    ['["a" "b"]', ["missing-comma 5-6"]],
    ["a: 'b\nc: d\n", ["unclosed-quote 3-4"]],
    ['a: "b\n', ["unclosed-quote 3-4"]],
    ["a: *b\n", ["unknown-alias 3-5"]],
    ["a: &b [*b]\n", ["alias-cycle 7-9"]],
    ["a: *\n", ["bad-alias 3-4"]],
    ["a: &x 1\nb: &y *x\n", ["alias-with-properties 11-16"]],
    ["a: & 1\n", ["bad-anchor 3-4"]],
    ["a: &b &c 1\n", ["repeated-property 6-7"]],
    ["a: !e!b 1\n", ["unknown-tag-handle 3-7"]],
    ["a: !!str|x\n", ["bad-tag 3-10"]],
    ["a: &x[1]\n", ["missing-space 5-6"]],
    ["a\nb: 1\n", ["missing-colon 0-1"]],
    ["a: 1\nb\nc: 2\n", ["missing-colon 5-6"]],
    ["a\n: b\n", ["missing-colon 0-1"]],
    ['"a":1\n', ["missing-space 3-4"]],
    ['"a\n b": 1\n', ["multiline-key 0-6"]],
    ["[a\n b: 1]", ["multiline-key 1-5"]],
    ["a: %b\n", ["unexpected-character 3-4"]],
    ["a: @b\n", ["unexpected-character 3-4"]],
    ["a: ]\n", ["unexpected-character 3-4"]],
    ["[- a]", ["unexpected-character 1-2"]],
    ["a: 'b'c\n", ["unexpected-content 6-7"]],
    ["a: [1] x # y\nb: 1\n", ["unexpected-content 7-12"]],
    ['a: "\\q"\n', ["bad-escape 4-6"]],
    ['a: "\\x4g"\n', ["bad-escape 4-6"]],
    ['a: "\\U00110000"\n', ["bad-escape 4-6"]],
    ["a: | x\n  y\n", ["bad-block-header 5-6"]],
    ["a: |0\n  y\n", ["bad-block-header 4-5"]],
    ["a: |\n     \n  y\n", ["bad-indentation 7-10"]],
    ["%YAML 1.2\na: 1\n", ["bad-directive 0-9"]],
    ["%YAML 3\n---\n", ["bad-directive 0-7"]],
    ["%TAG x\n---\n", ["bad-directive 0-6"]],
    ["a: 1\n- b\n", ["unexpected-item 5-8"]],
    ["- a\nb: 1\n", ["content-after-end 4-8"]],
    ["a\n---\nb\n", ["content-after-end 2-5"]],
    ["a: 1\n...\nb\n", ["content-after-end 9-10"]],
    [`${"k".repeat(1025)}: 1\n`, ["key-too-long 0-1025"]],
  ])("in %j", (text, expected) => {
    const { problems } = parseYamlDocument(text);
    expect(problems.map(({ code, start, end }) => `${code} ${start}-${end}`)).toEqual(
      expected.map((problem) => `yaml/${problem}`),
    );
    for (const problem of problems) expect(problem.message).toMatch(/^[A-Z`].*\.$/s);
  });
});

describe("what is read in spite of a problem", () => {
  it.each<[string, unknown]>([
    [
      "spec:\n  rep\n  replicas: 1\n",
      [
        [
          "spec",
          [
            ["rep", ""],
            ["replicas", "1"],
          ],
        ],
      ],
    ],
    [
      "a: [1, 2\nb: 3\n",
      [
        ["a", ["1", "2"]],
        ["b", "3"],
      ],
    ],
    [
      "x:\n  a: 'b\n  c: d\ny: 1\n",
      [
        [
          "x",
          [
            ["a", "b"],
            ["c", "d"],
          ],
        ],
        ["y", "1"],
      ],
    ],
    [
      "a:\n    b: 1\n  c: 2\nd: 4\n",
      [
        ["a", [["b", "1"]]],
        ["d", "4"],
      ],
    ],
    [
      "a: b: c\nd: e\n",
      [
        ["a", [["b", "c"]]],
        ["d", "e"],
      ],
    ],
    [
      "a: 1\n- x\n- y\nb: 2\n",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    ["l:\n- a\n -b: 1\n- c\n", [["l", ["a", "c"]]]],
    [
      "a: |\n  x\n y\nb: 1\n",
      [
        ["a", "x\n"],
        ["b", "1"],
      ],
    ],
    [
      "a: {b: 1\nc: 2\n",
      [
        ["a", [["b", "1"]]],
        ["c", "2"],
      ],
    ],
  ])("of %j", (text, expected) => {
    const { problems, root } = parseYamlDocument(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(keys(root)).toEqual(expected);
  });

  it("stops counting problems", () => {
    expect(parseYamlDocument("a: *b\n".repeat(500)).problems).toHaveLength(50);
  });

  it("gives up below 200 levels and keeps what is above", () => {
    for (const text of ["[".repeat(300), "- ".repeat(300), "{a: ".repeat(300), `${"? ".repeat(300)}x`]) {
      const { problems, root } = parseYamlDocument(text);
      expect(problems.map((problem) => problem.code)).toEqual(["yaml/too-deep"]);
      expect(root).toBeDefined();
    }
    expect(parseYamlDocument("[".repeat(200) + "]".repeat(200)).problems).toEqual([]);
  });
});

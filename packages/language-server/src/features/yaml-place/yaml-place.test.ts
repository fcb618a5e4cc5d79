import { SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { yamlPlace } from "./yaml-place.ts";

interface Row {
  readonly name: string;
  /** `‸` is the cursor. */
  readonly text: string;
  /** The path with `/`, `=` before a value, `-` before the entry of an item; then the text that is replaced and the siblings. */
  readonly place: string | undefined;
  readonly typed?: string;
  readonly siblings?: readonly string[];
}

const rows: readonly Row[] = [
  { name: "an empty file", text: "‸", place: "", siblings: [] },
  { name: "the root", text: "kind: Pod\n‸\nmetadata: {}\n", place: "", siblings: ["kind", "metadata"] },
  {
    name: "a key that is being written",
    text: "kind: Pod\nme‸\n",
    place: "",
    typed: "me",
    siblings: ["kind"],
  },
  {
    name: "a key that is there",
    text: "kind: Pod\nme‸ta: x\n",
    place: "",
    typed: "meta",
    siblings: ["kind"],
  },
  { name: "a value", text: "kind: Po‸d\n", place: "=kind", typed: "Pod" },
  { name: "no value yet", text: "kind: ‸\n", place: "=kind", typed: "" },
  { name: "directly behind the colon", text: "kind:‸\n", place: "=kind", typed: "" },
  { name: "a value in quotes", text: 'kind: "Po‸d" # c\n', place: "=kind", typed: "Pod" },
  { name: "an open quote", text: "kind: 'Po‸\n", place: "=kind", typed: "Po" },
  {
    name: "a nested map",
    text: "spec:\n  a: 1\n  ‸\n  b: 2\nc: 3\n",
    place: "spec",
    siblings: ["a", "b"],
  },
  { name: "less deep by the cursor", text: "spec:\n  a:\n    b: 1\n  ‸\n", place: "spec", siblings: ["a"] },
  { name: "a first entry", text: "spec:\n  ‸\n", place: "spec", siblings: [] },
  {
    name: "an item of a list",
    text: "spec:\n  containers:\n    - name: a\n      im‸\n    - name: b\n      image: c\n",
    place: "spec/containers/0",
    typed: "im",
    siblings: ["name"],
  },
  {
    name: "the first key of an item",
    text: "spec:\n  containers:\n    - na‸\n      image: a\n",
    place: "-spec/containers/0",
    typed: "na",
    siblings: ["image"],
  },
  {
    name: "a list at the column of its key",
    text: "spec:\n  containers:\n  - name: a\n    ‸\n",
    place: "spec/containers/0",
    siblings: ["name"],
  },
  {
    name: "a key beside a list at its column",
    text: "spec:\n  containers:\n  - name: a\n    image: b\n  re‸\n",
    place: "spec",
    typed: "re",
    siblings: ["containers"],
  },
  {
    name: "a map in an item behind a block scalar",
    text: "spec:\n  containers:\n    - name: a\n      args:\n        - |\n          echo: x\n      securityContext:\n        ‸\n",
    place: "spec/containers/0/securityContext",
    siblings: [],
  },
  { name: "a scalar item", text: "drop:\n  - A‸\n", place: "-drop/0", typed: "A", siblings: [] },
  { name: "an empty item", text: "drop:\n  - ‸\n", place: "-drop/0", typed: "", siblings: [] },
  { name: "an item below its dash", text: "a:\n  -\n    b: 1\n    ‸\n", place: "a/0", siblings: ["b"] },
  { name: "lists in lists", text: "a:\n  - - b: 1\n      ‸\n", place: "a/0/0", siblings: ["b"] },
  { name: "a value in an item", text: "a:\n  - b: x‸\n", place: "=a/0/b", typed: "x" },
  { name: "a second document", text: "kind: A\n---\nkind: B\n‸\n", place: "", siblings: ["kind"] },
  { name: "below an anchor", text: "a: &x\n  ‸\n", place: "a", siblings: [] },
  { name: "CR LF", text: "spec:\r\n  a: 1\r\n  b‸\r\n", place: "spec", typed: "b", siblings: ["a"] },
  { name: "broken lines around", text: "spec:\n  a: [\n  b‸\n", place: "spec", typed: "b", siblings: ["a"] },
  { name: "a quoted key above", text: '"a b":\n  ‸\n', place: "a b", siblings: [] },
  { name: "between colon and value", text: "a:‸ b\n", place: undefined },
  { name: "behind the value", text: "a: b  ‸\n", place: undefined },
  { name: "a block scalar", text: "a: |\n  b: ‸\n", place: undefined },
  { name: "a block scalar's first line", text: "a: >-\n  ‸\n", place: undefined },
  { name: "below a scalar", text: "a: b\n  ‸\n", place: undefined },
  { name: "a comment", text: "a: b # ‸\n", place: undefined },
  { name: "a line of comment", text: "# a‸\n", place: undefined },
  { name: "a flow map", text: "a: {b‸}\n", place: undefined },
  { name: "tabs", text: "a:\n\tb‸\n", place: undefined },
];

describe("yamlPlace", () => {
  it.each(rows)("$name", ({ text, place, typed, siblings }) => {
    const offset = text.indexOf("‸");
    const plain = text.replace("‸", "");
    const found = yamlPlace(new SourceText(plain), offset);
    const mark =
      found?.position === "value" ? "=" : found?.isItem === true && found.position === "entry" ? "-" : "";
    expect(found === undefined ? undefined : `${mark}${found.path.join("/")}`).toBe(place);
    if (found === undefined) return;
    expect(plain.slice(found.span.start, found.span.end)).toBe(typed ?? "");
    if (siblings !== undefined)
      expect([...(found.levels.at(-1)?.entries.keys() ?? [])].sort()).toEqual([...siblings].sort());
  });

  it("knows the scalars of every map around", () => {
    const text = "apiVersion: v1\nkind: List\nitems:\n  - spec:\n      ‸\n    kind: Pod\n";
    const found = yamlPlace(new SourceText(text.replace("‸", "")), text.indexOf("‸"));
    expect(found?.levels.map(({ depth, entries }) => [depth, [...entries]])).toEqual([
      [
        0,
        [
          ["items", ""],
          ["kind", "List"],
          ["apiVersion", "v1"],
        ],
      ],
      [
        2,
        [
          ["spec", ""],
          ["kind", "Pod"],
        ],
      ],
      [3, []],
    ]);
  });

  it("answers on long and odd texts in linear time", () => {
    const lines = "- ".repeat(5000);
    const text = `${"a: b\n".repeat(20_000)}${lines}\nc: `;
    const before = process.threadCpuUsage().user;
    yamlPlace(new SourceText(text), text.length);
    expect(process.threadCpuUsage().user - before).toBeLessThan(1_000_000);
  });
});

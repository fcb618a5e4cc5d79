import { Environment } from "@marcbachmann/cel-js";
import { describe, expect, it } from "vitest";
import { nodeOf, treeOf, type CelNode } from "./tree.ts";

const environment = new Environment({ enableOptionalTypes: true });

/** A node without its places in the text. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null || !("op" in value) || !("args" in value)) return value;
  return { op: value.op, args: plain(value.args) };
}

function parse(text: string): CelNode {
  return environment.parse(text).ast;
}

describe("a tree", () => {
  it.each([
    "container.a == 'x'",
    "container.?a.?b.orValue([]).exists(e, e in ['x', 'y'] || e == 1)",
    "has(object.a) && !has(object.b) || size(object.c) >= 2",
    "object.?a[?'b'].orValue({}).size() == 0",
    "object.a[0] ? [] : [1, -1, true]",
    "type(object.a) == string",
    "{'a': 1, object.b: [2]}",
    "-object.a < 3 - 4 + 5",
    "object.a.substring(0, 1)",
    "f()",
  ])("holds all of %s", (text) => {
    const tree = treeOf(parse(text));
    const read: typeof tree = JSON.parse(JSON.stringify(tree));
    expect(read === undefined ? undefined : plain(nodeOf(read))).toEqual(plain(parse(text)));
  });

  it.each(["object.a == null", "object.a == 1.5", "[9007199254740993]", "b'x' == object.a"])(
    "is not made of %s",
    (text) => {
      expect(treeOf(parse(text))).toBeUndefined();
    },
  );
});

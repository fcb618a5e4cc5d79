import { Environment } from "@marcbachmann/cel-js";
import { describe, expect, it } from "vitest";
import { GIVEN_UP } from "./quick-values.ts";
import { compileQuick } from "./quick.ts";

const environment = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false });
for (const name of ["container", "object", "item", "params"]) environment.registerVariable(name, "dyn");
environment.registerVariable("kind", "string");
environment.registerVariable("kubernetesMinor", "int");

/** What is asked of every value below, by both evaluators. */
const expressions = [
  "container.a == true",
  "container.a.b == 'x'",
  "container.?a.orValue('none') == 'none'",
  "container.?a.?b.orValue('none') != 'x'",
  "container.?a.b.orValue(1) == 1",
  "has(container.a)",
  "has(container.a.b)",
  "has(container.?a.b)",
  "has(container.a.?b.c)",
  "!has(container.a) || container.a == 'x'",
  "has(container.a) && container.a > 1",
  "container.a <= 1 && container.a >= 0 && container.a < 2",
  "container.a in ['x', 'y', '']",
  "'x' in container.?a.orValue([])",
  "container.a in [1, 2]",
  "container.?a.orValue([]).all(e, e == 'x')",
  "container.?a.orValue([]).exists(e, e.b == 'x')",
  "container.a.exists(e, e.?b.orValue('') == 'x' || e == 1)",
  "container.a.all(e, container.a.exists(f, f == e))",
  "container.a.startsWith('x') || container.a.endsWith('y')",
  "container.a.contains('')",
  "has(container.a) ? container.a == 'x' : kind == 'Pod'",
  "kubernetesMinor >= 30 && container.a != 'x'",
  "container.a",
  "container.?a.orValue(container.?b.orValue(false))",
  "object.a == 'x'",
  "!container.a",
  "container.a == container.b",
  "container['a'] == 'x'",
  "container.?a[?'b'].orValue('none') == 'x'",
  "container[?'a'].?b.orValue('none') == 'x'",
  "container[?'a'].b.orValue('none') == 'x'",
  "container.a[0] == 'x'",
  "container.a[?1].orValue('none') == 'y'",
  "container.a[container.a.size() - 1] == 'x'",
  "container.?a.orValue([]).size() == 0",
  "container.?a.orValue({}).size() > 0 || size(container.b) == 1",
  "container.a.split('y')[0] == 'x'",
  "container.a.split('')[0] == 'x'",
  "'b' in container.a",
  "'x' in container.?a.orValue({})",
  "container.a != container.b",
  "container.a.lowerAscii() == 'x'",
  "container.a.upperAscii() == 'X'",
  "container.a.substring(0, container.a.size() - 1) == 'x'",
  "container.a.substring(1, 2) == 'y'",
  "container.a.size() == 2",
  "container.a + 'y' == 'xy'",
  "container.a + 1 == 2",
  "string(container.a) in ['x', '1']",
  "type(container.a) == string",
  "type(container.a) != string || container.a.endsWith('y')",
];

const values: readonly unknown[] = [
  ...[
    "x",
    "",
    "xy",
    "Xä",
    "\u{1F600}y",
    9223372036854775807n,
    0n,
    1n,
    2n,
    1.5,
    true,
    false,
    null,
    [],
    ["x"],
    ["x", "y"],
    [1n],
    ["x", 1n],
    [null],
  ],
  ...[
    {},
    { b: "x" },
    { b: null },
    { b: 1n },
    { b: { c: "x" } },
    { b: [] },
    [{ b: "x" }],
    [{}, { b: "y" }],
    [[]],
    "toString",
  ],
];

/** Containers with every pair of values under `a` and `b`, and without them. */
const containers: readonly unknown[] = [
  ...[{}, [], null, "x"],
  ...values.flatMap((a) => [{ a }, { b: a }, ...values.map((b) => ({ a, b }))]),
].map(withoutPrototype);

function withoutPrototype(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototype);
  if (typeof value !== "object" || value === null) return value;
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutPrototype(entry)])),
  );
}

describe("the quick evaluator", () => {
  it.each(expressions)("answers as the library does, or not at all: %s", (text) => {
    const library = environment.parse(text);
    expect(library.check().valid).toBe(true);
    const quick = compileQuick(library.ast);
    if (quick === undefined) throw new Error("it is within what the quick evaluator knows");
    let answers = 0;
    for (const container of containers) {
      const variables = { container, kind: "Pod", kubernetesMinor: 34n };
      const answer = quick(variables);
      if (answer === GIVEN_UP) continue;
      answers += 1;
      expect([text, container, answer]).toEqual([text, container, library(variables)]);
    }
    expect(answers > 0).toBe(!text.startsWith("object."));
  });

  it("reads a map with a key called constructor, by which the library takes it for something else", () => {
    const library = environment.parse("has(container.a) && container.a == 'x'");
    const container = withoutPrototype({ constructor: "y", a: "x" });
    expect(library.check().valid).toBe(true);
    expect(() => library({ container })).toThrow("Unsupported type");
    expect(compileQuick(library.ast)?.({ container })).toBe(true);
  });

  it.each([
    "container.a * 1 == 2",
    "container.?a",
    "container.a.filter(e, e == 1).size() == 0",
    "container.a == null",
    "container.a == 1.5",
    "{'a': 1}.a == 1",
    "container.?a['b'] == 1",
    "container.a.split('x', 1).size() == 1",
    "-container.a == 1",
  ])("leaves to the library what it does not know: %s", (text) => {
    expect(compileQuick(environment.parse(text).ast)).toBeUndefined();
  });

  it.each([
    ["container.a.all(e, container.b.all(e, e == 1))", { a: [], b: [1n] }, true],
    ["container.a.all(e, container.b.all(e, e == 1))", { a: [1n], b: [1n] }, GIVEN_UP],
    ["has(container.c) && container.a * 1 == 2", { a: 2n }, false],
    ["has(container.a) && container.a * 1 == 2", { a: 2n }, GIVEN_UP],
    ["has(container.a) ? true : container.a * 1 == 2", { a: 2n }, true],
    ["has(container.c) ? true : container.a * 1 == 2", { a: 2n }, GIVEN_UP],
  ])("gives up only where it comes to what it does not know: %s", (text, container, answer) => {
    expect(compileQuick(environment.parse(text).ast)?.({ container })).toBe(answer);
  });
});

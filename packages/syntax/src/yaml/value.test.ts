import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "./document.ts";
import { kubernetesValue } from "./kubernetes-schema.ts";
import type { YamlNode, YamlScalarValue } from "./nodes.ts";
import { asScalar, getNode } from "./read.ts";
import { toValue, type YamlPlain } from "./value.ts";

function root(text: string): YamlNode {
  const node = parseYamlDocument(text).root;
  if (node === undefined) throw new Error("the text is empty");
  return node;
}

function member(value: YamlPlain, key: string): YamlPlain | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** As core reads it, as Kubernetes reads it. */
const SCALARS: readonly (readonly [string, YamlScalarValue, YamlScalarValue])[] = [
  ["null", null, null],
  ["Null", null, null],
  ["~", null, null],
  ["nUll", "nUll", "nUll"],
  ["true", true, true],
  ["FALSE", false, false],
  ["tRue", "tRue", "tRue"],
  ["yes", "yes", true],
  ["Off", "Off", false],
  ["y", "y", true],
  ["N", "N", false],
  ["yEs", "yEs", "yEs"],
  ["'yes'", "yes", "yes"],
  ["0", 0n, 0n],
  ["-12", -12n, -12n],
  ["+7", 7n, 7n],
  ["0644", 644n, 420n],
  ["-010", -10n, -8n],
  ["0o17", 15n, 15n],
  ["0x1F", 31n, 31n],
  ["-0x1F", "-0x1F", -31n],
  ["0b101", "0b101", 5n],
  ["08", 8n, 8n],
  ["1_000", "1_000", 1000n],
  ["0o8", "0o8", "0o8"],
  ["0x", "0x", "0x"],
  ["12345678901234567890", 12345678901234567890n, 12345678901234567890n],
  ["9007199254740993", 9007199254740993n, 9007199254740993n],
  ["1.5", 1.5, 1.5],
  ["-.5", -0.5, -0.5],
  ["1.", 1, 1],
  ["1e3", 1000, 1000],
  ["1E-2", 0.01, 0.01],
  ["1e", "1e", "1e"],
  [".", ".", "."],
  ["+", "+", "+"],
  ["-", null, null],
  [".inf", Infinity, Infinity],
  ["-.INF", -Infinity, -Infinity],
  [".NaN", NaN, NaN],
  ["+.nan", "+.nan", "+.nan"],
  ["1.2.3", "1.2.3", "1.2.3"],
  ["2001-01-01", "2001-01-01", "2001-01-01"],
  ["10m", "10m", "10m"],
  ["!!str 12", "12", "12"],
  ["!!float 12", 12, 12],
  ["!!int '12'", 12n, 12n],
  ["!!bool yes", "yes", true],
  ["!!str yes", "yes", "yes"],
  ["!x 12", "12", "12"],
];

describe("values of scalars", () => {
  it.each(SCALARS.filter(([text]) => text !== "-"))(
    "%s is %o in the core schema and %o for Kubernetes",
    (text, core, kubernetes) => {
      const scalar = asScalar(getNode(root(`k: ${text}`), ["k"]));
      if (scalar === undefined) throw new Error("no scalar");
      expect(scalar.value).toEqual(core);
      expect(kubernetesValue(scalar)).toEqual(kubernetes);
    },
  );

  it("reads an integer of more than 400 digits as a float", () => {
    expect(toValue(root("1".repeat(401)))).toBe(Infinity);
    expect(toValue(root(`${"0".repeat(390)}1`))).toBe(1n);
  });
});

describe("toValue", () => {
  it("makes objects without a prototype and keeps every key", () => {
    const value = toValue(root("__proto__: {a: 1}\nconstructor: x\ntoString:\n- y\n"));
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.entries(value ?? {}).map(([key]) => key)).toEqual(["__proto__", "constructor", "toString"]);
  });

  it("applies merges: own keys win, then the earlier map", () => {
    const text =
      "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], x: 3}\nd: {x: 0, <<: *a}\ne: {<<: {q: 1}}\n";
    expect(toValue(root(text))).toEqual({
      a: { x: 1n, y: 1n },
      b: { y: 2n, z: 2n },
      c: { x: 3n, y: 1n, z: 2n },
      d: { x: 0n, y: 1n },
      e: { q: 1n },
    });
  });

  it("shares what an alias stands for", () => {
    const value = toValue(root("a: &a [1]\nb: *a\nc: *nothing\n"));
    expect(member(value, "b")).toBe(member(value, "a"));
    expect(member(value, "c")).toBeNull();
  });

  it("gives the same object for the same node, one a schema", () => {
    const node = root("a: yes\n");
    expect(toValue(node)).toBe(toValue(node));
    expect(toValue(node)).toEqual({ a: "yes" });
    expect(toValue(node, "kubernetes")).toEqual({ a: true });
    expect(toValue(node, "kubernetes")).toBe(toValue(node, "kubernetes"));
  });

  it("lets the later of two equal keys win", () => {
    expect(toValue(root("a: 1\na: 2\n"))).toEqual({ a: 2n });
  });

  it("follows a chain of a hundred thousand aliases from its far end", () => {
    const links = Array.from({ length: 100_000 }, (_, index) => `- &a${index + 1} [*a${index}]\n`);
    const node = root(`- &a0 x\n${links.join("")}`);
    if (node.kind !== "sequence") throw new Error("no sequence");
    const last = node.items.at(-1);
    if (last === undefined) throw new Error("no items");
    let value = toValue(last);
    let depth = 0;
    while (Array.isArray(value)) {
      value = value[0];
      depth += 1;
    }
    expect([depth, value]).toEqual([100_000, "x"]);
  });

  it("does not expand aliases of aliases", () => {
    const lines = Array.from(
      { length: 60 },
      (_, index) => `a${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`,
    );
    const value = toValue(root(`a0: &a0 [lol]\n${lines.join("\n")}\n`));
    const last = member(value, "a60");
    expect(Array.isArray(last) && last[0] === last[8]).toBe(true);
  });

  it("refuses merges that would make too much and says so", () => {
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `a${index + 1}: &a${index + 1} {<<: *a${index}, k${index + 1}: 1}`,
    );
    const document = parseYamlDocument(`a0: &a0 {k0: 1}\n${lines.join("\n")}\n`);
    expect(document.problems[0]?.code).toBe("yaml/excessive-merging");
    const value = toValue(document.root ?? root("{}"));
    expect(Object.keys(member(value, "a100") ?? {})).toHaveLength(101);
    expect(Object.keys(member(value, "a2999") ?? {})).toContain("<<");
  });
});

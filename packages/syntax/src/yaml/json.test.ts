import { describe, expect, it } from "vitest";
import { parseJson } from "./json.ts";
import { toValue, type YamlPlain } from "./value.ts";

/** As JSON.parse gives it: integers as numbers. */
function numbers(value: YamlPlain): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(numbers);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, numbers(inner)]));
}

describe("parseJson", () => {
  it.each([
    '{"a":1,"b":[true,false,null],"c":{"d":"e\\n\\u00e9\\/"}}',
    " [ 1 , -2.5 , 1e3, 0 ] \n",
    '"x"',
    "12",
    "{}",
    "[]",
    '{\n\t"a": [\n\t\t1\n\t]\n}\n',
    '{"a"\n:\n1}',
    '{"---": "...", "%": "#", "&a": "*a"}',
    '{"": ""}',
    '["\\ud83d\\ude00", "\u2028"]',
    "[[[[[]]]]]",
    '{"a":{"b":{"c":[{"d":[]}]}}}',
    "true",
    "[-0, 0.1, 1E+2]",
  ])("agrees with JSON.parse on %j", (text) => {
    const { problems, root } = parseJson(text);
    expect(problems).toEqual([]);
    expect(root === undefined ? undefined : numbers(toValue(root))).toEqual(
      JSON.parse(text.replace("-0,", "0,")),
    );
  });

  it.each<[string, readonly string[]]>([
    ["", ["json/empty 0-0"]],
    ["[1,]", ["json/trailing-comma 2-3"]],
    ['{"a":1 , }', ["json/trailing-comma 7-8"]],
    ["[1] // x", ["yaml/content-after-end 4-8"]],
    ["# c\n[1]", ["json/comment 0-3"]],
    ["[1, # c,\n2]", ["json/comment 4-8"]],
    ["{'a': 1}", ["json/bad-key 1-4"]],
    ["{a: 1}", ["json/bad-key 1-2"]],
    ['{"a"}', ["json/missing-value 4-4"]],
    ['{"a":}', ["json/missing-value 5-5"]],
    ["['a']", ["json/bad-value 1-4"]],
    ["[a]", ["json/bad-value 1-2"]],
    ["[01]", ["json/bad-value 1-3"]],
    ["[0x1]", ["json/bad-value 1-4"]],
    ["[.5]", ["json/bad-value 1-3"]],
    ["[+1]", ["json/bad-value 1-3"]],
    ["[1.]", ["json/bad-value 1-3"]],
    ["[True]", ["json/bad-value 1-5"]],
    ["[~]", ["json/bad-value 1-2"]],
    ["a: 1", ["json/not-json 0-1", "json/bad-key 0-1"]],
    ["- 1", ["json/not-json 0-1"]],
    ["--- []", ["json/not-json 0-4"]],
    ["[&a 1, *a]", ["json/not-json 4-5", "json/not-json 7-9"]],
    ["[!!str 1]", ["json/not-json 7-8"]],
    ['["a": 1]', ["json/not-json 1-2"]],
    ['["\\x41"]', ["json/bad-string 2-4"]],
    ['["a\n b"]', ["json/bad-string 3-4"]],
    ['["\t"]', ["json/bad-string 2-3"]],
    ['{"a":1,"a":2}', ["yaml/duplicate-key 7-10"]],
    ['{"a":[1,2}', ["yaml/unclosed-flow 5-6"]],
    ['["a" "b"]', ["yaml/missing-comma 5-6"]],
    ["[1]\n[2]", ["yaml/content-after-end 4-7"]],
  ])("reports %j", (text, expected) => {
    expect(parseJson(text).problems.map(({ code, start, end }) => `${code} ${start}-${end}`)).toEqual(
      expected,
    );
  });

  it("stops counting problems, in linear time", () => {
    const start = performance.now();
    expect(parseJson(`[${"[ #,\n],".repeat(100_000)}]`).problems).toHaveLength(50);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

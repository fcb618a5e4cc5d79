import { describe, expect, it } from "vitest";
import { printJson } from "./print-json.ts";

const SPREAD: ReadonlySet<string> = new Set(["list", "inner"]);

describe("printJson", () => {
  it.each([
    { name: "an empty object", value: {}, text: "{}\n" },
    {
      name: "a record a line",
      value: { list: [{ a: [1] }, 2] },
      text: '{\n  "list": [\n    {"a":[1]},\n    2\n  ]\n}\n',
    },
    { name: "an empty list", value: { list: [] }, text: '{\n  "list": []\n}\n' },
    {
      name: "a spread member that is no list",
      value: { other: [{ list: 1 }] },
      text: '{\n  "other": [{"list":1}]\n}\n',
    },
    {
      name: "a count named like a list",
      value: { list: [{ list: 1 }] },
      text: '{\n  "list": [\n    {"list":1}\n  ]\n}\n',
    },
    {
      name: "a spread member below another",
      value: { list: [{ inner: { a: 1 } }] },
      text: '{\n  "list": [\n    {\n      "inner": {\n        "a": 1\n      }\n    }\n  ]\n}\n',
    },
    { name: "no undefined member", value: { a: undefined, b: null }, text: '{\n  "b": null\n}\n' },
  ])("prints $name", ({ value, text }) => {
    expect(printJson(value, SPREAD)).toBe(text);
  });
});

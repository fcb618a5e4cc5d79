import { parseYamlDocument } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { isEmptySelector, readSelector, selectorMatches } from "./label-selector.ts";

function selector(text: string) {
  const found = readSelector(parseYamlDocument(text).root);
  if (found === undefined) throw new Error(`${text} is no selector`);
  return found;
}

describe("selectorMatches", () => {
  it.each([
    ["{}", {}, true],
    ["{matchLabels: {app: web}}", { app: "web", tier: "a" }, true],
    ["{matchLabels: {app: web}}", { app: "api" }, false],
    ["{matchLabels: {app: web}}", {}, false],
    ["{matchLabels: {n: 1}}", { n: "1" }, true],
    ["{matchLabels: {toString: x}}", {}, false],
    ["{matchExpressions: [{key: app, operator: In, values: [a, b]}]}", { app: "b" }, true],
    ["{matchExpressions: [{key: app, operator: In, values: [a, b]}]}", {}, false],
    ["{matchExpressions: [{key: app, operator: NotIn, values: [a]}]}", { app: "a" }, false],
    ["{matchExpressions: [{key: app, operator: NotIn, values: [a]}]}", {}, true],
    ["{matchExpressions: [{key: app, operator: Exists}]}", { app: "" }, true],
    ["{matchExpressions: [{key: app, operator: Exists}]}", {}, false],
    ["{matchExpressions: [{key: app, operator: DoesNotExist}]}", { app: "" }, false],
    ["{matchExpressions: [{key: app, operator: Unknown}]}", {}, true],
  ])("%s on %j: %s", (text, labels, matches) => {
    expect(selectorMatches(selector(text), labels)).toBe(matches);
  });
});

describe("isEmptySelector", () => {
  it.each([
    ["{}", true],
    ["{matchLabels: {}}", true],
    ["{matchLabels: {a: b}}", false],
    ["{matchExpressions: [{key: a, operator: Exists}]}", false],
  ])("%s: %s", (text, empty) => expect(isEmptySelector(selector(text))).toBe(empty));

  it("reads no selector from a list", () =>
    expect(readSelector(parseYamlDocument("[]").root)).toBeUndefined());
});

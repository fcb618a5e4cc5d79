import { expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { parseIgnoreDirective } from "./ignore-directive.ts";

it.each<[string, unknown]>([
  [" a comment", undefined],
  [" see plimsoll-ignore", undefined],
  ["plimsoll-ignore a/b -- why", ["place", ["a/b"], "why"]],
  [" plimsoll-ignore a/b, c/d -- why not ", ["place", ["a/b", "c/d"], "why not"]],
  [" plimsoll-ignore a/b c/d,e/f--x", ["place", ["a/b", "c/d", "e/f--x"], ""]],
  ["\tplimsoll-ignore-document a/b -- x -- y", ["document", ["a/b"], "x -- y"]],
  [" plimsoll-ignore-file a/b --", ["file", ["a/b"], ""]],
  [" plimsoll-ignore -- why", ["place", [], "why"]],
  [" plimsoll-ignore", ["place", [], ""]],
  [" plimsoll-ignore-line a/b -- x", [undefined, ["a/b"], "x"]],
  [" plimsoll-ignored a/b -- x", [undefined, ["a/b"], "x"]],
  [" plimsoll-ignore: a/b -- x", ["place", [":", "a/b"], "x"]],
])("%j", (text, expected) => {
  const directive = parseIgnoreDirective(text, 10);
  expect(directive && [directive.scope, directive.rules.map(({ id }) => id), directive.reason]).toEqual(
    expected,
  );
});

it("gives exact spans", () => {
  const text = " plimsoll-ignore a/b, c/d -- why ";
  const directive = parseIgnoreDirective(text, 100);
  expect(directive && text.slice(directive.start - 100, directive.end - 100)).toBe(
    "plimsoll-ignore a/b, c/d -- why",
  );
  expect(directive?.rules.map(({ start, end }) => text.slice(start - 100, end - 100))).toEqual([
    "a/b",
    "c/d",
  ]);
});

it("reads a long comment in time", () => {
  const elapsed = startCpuTime();
  expect(parseIgnoreDirective(`plimsoll-ignore ${"a/b ".repeat(500_000)}`, 0)?.rules).toHaveLength(100);
  expect(parseIgnoreDirective(`plimsoll-ignore ${"--".repeat(500_000)}`, 0)?.reason).toBe("");
  expect(elapsed()).toBeLessThan(500);
});

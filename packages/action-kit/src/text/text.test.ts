import { describe, expect, it } from "vitest";
import { markdownCode, markdownTable, markdownText } from "./markdown.ts";
import { safeLine, safeText } from "./safe-text.ts";
import { Secrets } from "./secrets.ts";

describe("safeLine", () => {
  it.each([
    ["plain äöü 日本", "plain äöü 日本"],
    ["::set-output name=a::b", "| ::set-output name=a::b"],
    ["  ::add-mask::x", "|   ::add-mask::x"],
    ["a ::error::b", "a ::error::b"],
    ["x ##[add-mask]y", "x ## [add-mask]y"],
    ["\u001B[31mred\u001B[0m", "red"],
    ["\u001B]0;title\u0007after", "after"],
    ["\u001B]8;;http://x\u001B\\link", "link"],
    ["\u009B31mred", "red"],
    ["a\u202Eb\u2066c\u200Bd\uFEFFe", "a b c d e"],
    ["a\rb\nc\u0000d", "a b c d"],
    ["\u001B", ""],
    ["\u001B[", ""],
    ["\u001B[31", ""],
    ["\u001B::error::x", ":error::x"],
    ["\u001B[m::error::x", "| ::error::x"],
  ])("%j", (text, expected) => {
    expect(safeLine(text)).toBe(expected);
  });

  it("cuts what is too long, before it looks at it", () => {
    expect(safeLine("x".repeat(10_000_000))).toHaveLength(4000);
  });

  it("treats each line of a text", () => {
    expect(safeText("a\r\n::b\r::c\n d")).toBe("a\n| ::b\n| ::c\n d");
  });
});

describe("Markdown", () => {
  it.each([
    ["<img src=x onerror=y>", "&lt;img src=x onerror=y&gt;"],
    ["[a](http://b)", "\\[a\\]\\(http&#58;//b\\)"],
    ["@team | *x*", "@<!-- -->team \\| \\*x\\*"],
    ["a\n# b", "a \\# b"],
    ["`x` &amp; \\", "\\`x\\` &amp;amp; \\\\"],
  ])("text %j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  it.each([
    ["a", "`a`"],
    ["a`b``c", "```a`b``c```"],
    ["`a", "`` `a ``"],
    ["a|b", "`a¦b`"],
    ["a\n\n# b", "`a  # b`"],
    [" ", ""],
  ])("code %j", (text, expected) => {
    expect(markdownCode(text)).toBe(expected);
  });

  it("table", () => {
    expect(markdownTable(["a", "b"], [["1", "2"]])).toBe("| a | b |\n| --- | --- |\n| 1 | 2 |\n");
  });
});

describe("Secrets", () => {
  it("masks a secret in every form, once", () => {
    const masked: string[] = [];
    const secrets = new Secrets((secret) => masked.push(secret));
    secrets.add("p@ss word\nline2\nab");
    secrets.add("line2");
    secrets.add("  ");
    expect(masked).toEqual([
      "p@ss word\nline2\nab",
      "p@ss word",
      "line2",
      "cEBzcyB3b3JkCmxpbmUyCmFi",
      "p%40ss%20word%0Aline2%0Aab",
      "bGluZTI=",
    ]);
    expect(secrets.redact("x p@ss word, line2, p%40ss%20word%0Aline2%0Aab, ab")).toBe("x ***, ***, ***, ab");
  });

  it("leaves a secret of a few letters to the runner", () => {
    const masked: string[] = [];
    const secrets = new Secrets((secret) => masked.push(secret));
    secrets.add("a1");
    expect(masked).toEqual(["a1"]);
    expect(secrets.redact("sha256:a1")).toBe("sha256:a1");
  });

  it("does not mask the frame of a key", () => {
    const secrets = new Secrets(() => undefined);
    secrets.add("-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----");
    expect(secrets.redact("-----BEGIN PRIVATE KEY-----, MIGHAgEA")).toBe("-----BEGIN PRIVATE KEY-----, ***");
  });

  it("redacts the longer of two that begin alike whole", () => {
    const secrets = new Secrets(() => undefined);
    secrets.add("token");
    secrets.add("token-two");
    expect(secrets.redact("token-two token")).toBe("*** ***");
  });
});

import { describe, expect, it } from "vitest";
import { blocks, code, link, list, plain } from "./markdown.ts";

describe("plain", () => {
  it.each([
    ["web", "web"],
    ["[x](command:evil)", "\\[x\\](command:evil)"],
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["a\n# b", "a # b"],
    ["# b", "\\# b"],
    ["- b", "\\- b"],
    ["1. b", "1\\. b"],
    ["12) b", "12\\) b"],
    ["version 1.2", "version 1.2"],
    ["https://evil.example/x", "https\\://evil.example/x"],
    ["www.evil.example", "www\\.evil.example"],
    ["a@evil.example", "a\\@evil.example"],
    ["snake_case _b_", "snake_case \\_b\\_"],
    ["a\u202Eb", "a b"],
    ["`a`", "\\`a\\`"],
    ["&lt; & &#60;", "\\&lt; & \\&#60;"],
    ["![x](y)", "!\\[x\\](y)"],
  ])("shows %j as %j", (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it("cuts what is too long", () => {
    expect(plain("x".repeat(5000))).toHaveLength(2001);
  });
});

describe("code", () => {
  it.each([
    ["a*b", "`a*b`"],
    ["a`b", "``a`b``"],
    ["``", "``` `` ```"],
    ["a\nb", "`a b`"],
    [" ", ""],
  ])("shows %j as %j", (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

describe("link", () => {
  it.each([
    ["https://example.mil/a#b", "[page](<https://example.mil/a#b>)"],
    ["command:evil", "page"],
    ["https://example.mil/> [x](y)", "page"],
    [undefined, "page"],
  ])("to %j", (address, expected) => {
    expect(link("page", address)).toBe(expected);
  });
});

describe("list and blocks", () => {
  it("puts items under each other and leaves empty blocks out", () => {
    expect(blocks(["a", "", list(["b", "c"])])).toBe("a\n\n- b\n- c");
  });
});

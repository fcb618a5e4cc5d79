import { describe, expect, it } from "vitest";
import { visibleLine, visibleText } from "./visible-text.ts";

describe("visibleText", () => {
  it.each([
    ["plain text, Ünïcode 漢字 🚢", "plain text, Ünïcode 漢字 🚢"],
    ["\u001b[31m", "␛[31m"],
    ["\u0000\u0007\u007f", "␀␇␡"],
    ["\t\n", "␉␊"],
    ["\u009b2J", "<U+009B>2J"],
    ["a\u202eb\u2066c", "a<U+202E>b<U+2066>c"],
    ["a\u200bb\ufeffc\u00add", "a<U+200B>b<U+FEFF>c<U+00AD>d"],
    ["\u061c\u2028\u2060", "<U+061C><U+2028><U+2060>"],
    ["👩\u200d🚀 \u200c", "👩\u200d🚀 \u200c"],
    ["x\ud800y\udc00z\ud800", "x\ufffdy\ufffdz\ufffd"],
    ["\u{e0041}b", "<U+E0041>b"],
    ["\u{e0100}", "\u{e0100}"],
  ])("%j is shown as %j", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it("keeps tabs and line breaks where asked", () => {
    expect(visibleText("a\tb\r\n\u0001", { keepTabs: true, keepLineBreaks: true })).toBe("a\tb\r\n␁");
  });

  it("puts a text on one line", () => {
    expect(visibleLine("a\r\n\nb\tc")).toBe("a b␉c");
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { preAuthenticationEncoding } from "./dsse.ts";
import { fromUtf8 } from "./utf8.ts";

describe("base64", () => {
  it("as Node writes and reads it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(toBase64(bytes)).toBe(text);
        expect(fromBase64(text)).toEqual(bytes);
        expect(fromBase64(Buffer.from(bytes).toString("base64url"))).toEqual(bytes);
      }),
    );
  });

  it.each(["a", "ab cd", "ab\n", "ä", "====", "a==="])("%j is none", (text) => {
    expect(fromBase64(text)).toBeUndefined();
  });
});

describe("UTF-8", () => {
  it("as Node reads it", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => {
        let expected: string | undefined;
        try {
          expected = decoder.decode(bytes);
        } catch {
          expected = undefined;
        }
        expect(fromUtf8(bytes)).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(["", "a", "ä€😀", "\uFEFFx", "x".repeat(20_000)])("%j", (text) => {
    expect(fromUtf8(new Uint8Array(Buffer.from(text)))).toBe(text);
  });
});

describe("DSSE", () => {
  it("encodes as the specification's example", () => {
    const bytes = preAuthenticationEncoding(
      "http://example.com/HelloWorld",
      new Uint8Array(Buffer.from("hello world")),
    );
    expect(Buffer.from(bytes).toString()).toBe("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  });
});

import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { integrityOf, isIntegrity } from "./integrity.ts";

it.each(["", "a", "ab", "abc", "profile: il5\n", "\uFEFFä€😀\r\n", "x".repeat(100_000)])(
  "is what npm computes for %j",
  (text) => {
    const expected = `sha512-${createHash("sha512").update(text, "utf8").digest("base64")}`;
    expect(integrityOf(text)).toBe(expected);
    expect(isIntegrity(expected)).toBe(true);
  },
);

it.each(["", "sha512-", "sha1-abc=", "sha512-!!!!", `sha512-${"A".repeat(88)}`])("%s is none", (text) => {
  expect(isIntegrity(text)).toBe(false);
});

import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { sha256Half } from "./sha256.ts";

function half(message: Uint8Array): string {
  const bytes = new Uint8Array(message.length + 72);
  bytes.set(message);
  return sha256Half(bytes, message.length);
}

describe("sha256Half", () => {
  it("is what FIPS 180-4 gives for abc", () => {
    expect(half(Uint8Array.from([0x61, 0x62, 0x63]))).toBe("ba7816bf8f01cfea414140de5dae2223");
  });
  it("agrees with another implementation at every length around a block", () => {
    for (let length = 0; length < 300; length += 1) {
      const message = Uint8Array.from({ length }, (_, index) => (index * 31 + length) & 0xff);
      expect(half(message), `length ${length}`).toBe(
        createHash("sha256").update(message).digest("hex").slice(0, 32),
      );
    }
  });
});

import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSigningKey, verifyWithKey } from "./signing-key.ts";

const data = new Uint8Array(Buffer.from("what is signed"));
const other = new Uint8Array(Buffer.from("what is Signed"));

const PAIRS = {
  "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }),
  Ed25519: generateKeyPairSync("ed25519"),
  RSA: generateKeyPairSync("rsa", { modulusLength: 2048 }),
};

describe("keys", () => {
  it.each(Object.entries(PAIRS))("%s signs, and its public key alone verifies", async (_, { privateKey }) => {
    const key = readSigningKey(privateKey.export({ type: "pkcs8", format: "pem" }).toString(), undefined);
    const signature = await key.sign(data);
    expect(verifyWithKey(key.publicKey, data, signature)).toBe(true);
    expect(verifyWithKey(key.publicKey, other, signature)).toBe(false);
    const strangers = Object.values(PAIRS)
      .map(({ publicKey }) => publicKey.export({ type: "spki", format: "pem" }).toString())
      .filter((pem) => pem !== key.publicKey);
    expect(strangers.map((pem) => verifyWithKey(pem, data, signature))).toEqual([false, false]);
    expect(key.keyid).toMatch(/^[0-9a-f]{64}$/u);
  });

  it("opens a key by its password", () => {
    const pem = PAIRS["P-256"].privateKey
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "open sesame" })
      .toString();
    expect(readSigningKey(pem, "open sesame").publicKey).toContain("BEGIN PUBLIC KEY");
    for (const password of [undefined, "wrong"]) {
      expect(() => readSigningKey(pem, password)).toThrow(expect.objectContaining({ code: "signing/key" }));
    }
  });

  it.each([
    ["no key", "hunter2-not-a-key"],
    [
      "another curve",
      generateKeyPairSync("ec", { namedCurve: "P-384" })
        .privateKey.export({ type: "pkcs8", format: "pem" })
        .toString(),
    ],
    [
      "a small key",
      generateKeyPairSync("rsa", { modulusLength: 1024 })
        .privateKey.export({ type: "pkcs8", format: "pem" })
        .toString(),
    ],
  ])("refuses %s, and repeats nothing of it", (_, pem) => {
    let message = "";
    try {
      readSigningKey(pem, undefined);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("The signing key cannot be used");
    expect(message).not.toContain("hunter2");
  });

  it("verifies nothing by what is no key", () => {
    expect(verifyWithKey("nonsense", data, new Uint8Array(64))).toBe(false);
  });
});

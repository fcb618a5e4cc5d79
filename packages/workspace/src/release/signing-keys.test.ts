import { generateKeyPairSync, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readPublicKey, readSigner, verifyWith } from "./signing-keys.ts";

const root = mkdtempSync(join(tmpdir(), "plimsoll-keys-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const DATA = Buffer.from("data");
const PAIRS = {
  ed25519: generateKeyPairSync("ed25519"),
  p256: generateKeyPairSync("ec", { namedCurve: "P-256" }),
} as const;

describe.each(["ed25519", "p256"] as const)("keys of %s", (kind) => {
  const { publicKey, privateKey } = PAIRS[kind];
  const paths = { public: join(root, `${kind}.pem`), private: join(root, `${kind}.key`) };
  writeFileSync(paths.public, publicKey.export({ type: "spki", format: "pem" }));
  writeFileSync(paths.private, privateKey.export({ type: "pkcs8", format: "pem" }));

  it("verify what their partner signed, and nothing else", async () => {
    const key = readPublicKey(paths.public);
    const signer = readSigner(paths.private);
    expect([key.id, signer.keyid]).toEqual([kind, kind]);
    const signature = await signer.sign(DATA);
    expect(await verifyWith(key, DATA, signature)).toBe(true);
    expect(await verifyWith(key, Buffer.from("Data"), signature)).toBe(false);
    expect(
      await verifyWith(
        key,
        DATA,
        signature.map((byte, index) => (index === 9 ? byte ^ 1 : byte)),
      ),
    ).toBe(false);
    expect(await verifyWith(key, DATA, new Uint8Array())).toBe(false);
    expect(await verifyWith({ pem: "hello" }, DATA, signature)).toBe(false);
  });
});

describe("a key that is not taken", () => {
  it.each([
    ["RSA", () => generateKeyPairSync("rsa", { modulusLength: 2048 })],
    ["P-384", () => generateKeyPairSync("ec", { namedCurve: "P-384" })],
  ] as const)("%s", async (_, generate) => {
    const { publicKey, privateKey } = generate();
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    writeFileSync(join(root, "other.pem"), pem);
    writeFileSync(join(root, "other.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(() => readPublicKey(join(root, "other.pem"))).toThrow(
      "it is neither Ed25519 nor ECDSA on the curve P-256",
    );
    expect(() => readSigner(join(root, "other.key"))).toThrow(
      "it is neither Ed25519 nor ECDSA on the curve P-256",
    );
    expect(await verifyWith({ pem }, DATA, sign("sha256", DATA, privateKey))).toBe(false);
  });

  it("a key with a passphrase, a private one, a large file, none", () => {
    const { privateKey } = PAIRS.p256;
    const locked = privateKey.export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: "secret",
    });
    writeFileSync(join(root, "locked.key"), locked);
    expect(() => readSigner(join(root, "locked.key"))).toThrow("without a passphrase");
    expect(() => readPublicKey(join(root, "p256.key"))).toThrow("it is a private key");
    writeFileSync(join(root, "large.pem"), "x".repeat(100_000));
    expect(() => readPublicKey(join(root, "large.pem"))).toThrow("it is too large");
    expect(() => readPublicKey(join(root, "none.pem"))).toThrow("it is not there");
  });
});

import { execFileSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { readSigner } from "./signer.ts";

const DATA = Buffer.from("data");
const PASSWORD = "open sesame";

const pem = (key: { readonly privateKey: KeyObject }): string =>
  key.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

describe("keys that are taken", () => {
  it.each([
    ["EC P-256", generateKeyPairSync("ec", { namedCurve: "P-256" }), "sha256"],
    ["Ed25519", generateKeyPairSync("ed25519"), undefined],
    ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 }), "sha256"],
  ])("%s", async (_, pair, algorithm) => {
    const signer = readSigner(pem(pair), undefined);
    const signature = await signer.sign(DATA);
    expect(verify(algorithm, DATA, pair.publicKey, signature)).toBe(true);
    expect(signer.verify(DATA, signature)).toBe(true);
    expect(signer.verify(Buffer.from("Data"), signature)).toBe(false);
  });

  it("of openssl, with a password; the id is the hash of the public key", () => {
    const folder = temporaryFolder();
    const openssl = (...args: readonly string[]): Buffer =>
      execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
    openssl(
      "genpkey",
      "-algorithm",
      "EC",
      "-pkeyopt",
      "ec_paramgen_curve:P-256",
      "-aes256",
      "-pass",
      `pass:${PASSWORD}`,
      "-out",
      "key",
    );
    openssl("pkey", "-in", "key", "-passin", `pass:${PASSWORD}`, "-pubout", "-outform", "DER", "-out", "pub");
    const signer = readSigner(execFileSync("cat", ["key"], { cwd: folder }).toString(), PASSWORD);
    expect(openssl("dgst", "-sha256", "-r", "pub").toString().split(" ")[0]).toBe(signer.keyid);
  });
});

describe("keys that are not", () => {
  it.each([
    ["another curve", pem(generateKeyPairSync("ec", { namedCurve: "P-384" })), "only EC P-256"],
    ["a short one", pem(generateKeyPairSync("rsa", { modulusLength: 1024 })), "only EC P-256"],
    ["one for other uses", pem(generateKeyPairSync("x25519")), "only EC P-256"],
    ["cosign's own form", "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\neA==", "encrypted by cosign"],
    ["nonsense", "secret nonsense", "it is no private key in PEM"],
  ])("%s", (_, text, why) => {
    expect(() => readSigner(text, undefined)).toThrow(why);
  });

  it("does not repeat what it was given", () => {
    expect(() => readSigner("secret nonsense", "secret")).toThrow(/^(?!.*nonsense).*$/u);
  });
});

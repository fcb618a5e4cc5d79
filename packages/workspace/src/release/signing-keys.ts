import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, extname } from "node:path";
import { CodedError } from "@plimsoll/core";
import { reasonOf } from "../source/read-source.ts";

/** Largest key file, in bytes. */
const MAXIMUM_BYTES = 64 * 1024;

/** A public key in PEM, and the name by which it is called: that of its file. */
export interface PublicKey {
  readonly id: string;
  readonly pem: string;
}

/**
 * Reads a public key: Ed25519, or ECDSA on the curve P-256.
 * @param path absolute
 * @throws CodedError `release/bad-key`
 */
export function readPublicKey(path: string): PublicKey {
  const pem = readKeyFile(path);
  if (pem.includes("PRIVATE KEY"))
    throw badKey(path, "it is a private key, which nobody needs in order to verify");
  digestOf(
    parsed(path, () => createPublicKey(pem)),
    path,
  );
  return { id: basename(path, extname(path)), pem };
}

/** Whether a signature is of the key: Ed25519 on the data itself, ECDSA (ASN.1 DER) on its SHA-256. Never throws. */
export function verifyWith(
  { pem }: Pick<PublicKey, "pem">,
  data: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return Promise.resolve(isOf(pem, data, signature));
}

function isOf(pem: string, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey(pem);
    return verify(digestOf(key, "the key"), data, key, signature);
  } catch {
    // A signature in a form that is none is of nobody.
    return false;
  }
}

/** What signs with a private key. */
export interface Signer {
  readonly keyid: string;
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Reads a private key that has no passphrase: Ed25519, or ECDSA on the curve P-256.
 * @param path absolute
 * @throws CodedError `release/bad-key`
 */
export function readSigner(path: string): Signer {
  const pem = readKeyFile(path);
  const key = parsed(path, () => createPrivateKey(pem));
  const digest = digestOf(key, path);
  return {
    keyid: basename(path, extname(path)),
    sign: (data) => Promise.resolve(new Uint8Array(sign(digest, data, key))),
  };
}

/** The digest that a kind of key signs; undefined for Ed25519, which signs the data itself. */
function digestOf(key: KeyObject, path: string): "sha256" | undefined {
  if (key.asymmetricKeyType === "ed25519") return undefined;
  if (key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1")
    return "sha256";
  throw badKey(path, "it is neither Ed25519 nor ECDSA on the curve P-256");
}

function parsed(path: string, parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch {
    // The cause is left out: it could hold parts of a private key.
    throw badKey(path, "it is no key in PEM that can be read without a passphrase");
  }
}

function readKeyFile(path: string): string {
  try {
    if (statSync(path).size <= MAXIMUM_BYTES) return readFileSync(path, "utf8");
  } catch (error) {
    throw badKey(path, reasonOf(error));
  }
  throw badKey(path, "it is too large for a key");
}

function badKey(path: string, cause: string): CodedError {
  return new CodedError({
    code: "release/bad-key",
    message: `${JSON.stringify(path)} cannot be used as a key: ${cause}.`,
    nextStep: "Give a PEM file with an Ed25519 key, or an ECDSA key on the curve P-256.",
  });
}

import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { ActionFailure } from "../failure/action-failure.ts";

/** A private key that signs evidence. */
export interface SigningKey {
  /** SHA-256 of the public key (SubjectPublicKeyInfo), in hexadecimal digits. */
  readonly keyid: string;
  /** The public key: SubjectPublicKeyInfo in PEM. */
  readonly publicKey: string;
  /** Signs data: Ed25519, or SHA-256 with ECDSA (DER) or RSA (PKCS #1, version 1.5), as cosign does. */
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
}

/** Kinds of key that are taken. Others make signatures that nobody here verifies. */
const KEY_KINDS: ReadonlySet<string | undefined> = new Set(["ed25519", "ec", "rsa"]);
const SMALLEST_RSA_BITS = 2048;

/**
 * Reads a private key in PEM.
 * @throws ActionFailure `signing/key` where it is none, is of another kind, or the password is wrong; nothing of the key is told
 */
export function readSigningKey(pem: string, password: string | undefined): SigningKey {
  const key = privateKeyOf(pem, password);
  const fault = faultOf(key);
  if (fault !== undefined) throw keyFailure(fault);
  const publicKey = createPublicKey(key);
  const der = publicKey.export({ type: "spki", format: "der" });
  return {
    keyid: createHash("sha256").update(der).digest("hex"),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
    sign: (data) => Promise.resolve(new Uint8Array(sign(digestFor(key), data, key))),
  };
}

/**
 * Whether a public key in PEM vouches for data. What is no key, or a key of another kind, vouches for nothing.
 */
export function verifyWithKey(pem: string, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey(pem);
    return faultOf(key) === undefined && verify(digestFor(key), data, key, signature);
  } catch {
    return false;
  }
}

function privateKeyOf(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(password === undefined ? {} : { passphrase: password }) });
  } catch {
    throw keyFailure("it is no private key in PEM, or its password is missing or wrong");
  }
}

function faultOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): string | undefined {
  if (!KEY_KINDS.has(asymmetricKeyType))
    return `keys of the kind ${asymmetricKeyType ?? "unknown"} are not taken`;
  if (asymmetricKeyType === "ec" && asymmetricKeyDetails?.namedCurve !== "prime256v1")
    return "its curve is not P-256";
  const bits = asymmetricKeyDetails?.modulusLength ?? 0;
  return asymmetricKeyType === "rsa" && bits < SMALLEST_RSA_BITS ? `it has ${bits} bits only` : undefined;
}

function digestFor(key: KeyObject): "sha256" | undefined {
  return key.asymmetricKeyType === "ed25519" ? undefined : "sha256";
}

function keyFailure(reason: string): ActionFailure {
  return new ActionFailure({
    code: "signing/key",
    message: `The signing key cannot be used: ${reason}.`,
    nextStep: "Give an EC key (P-256), an Ed25519 key or an RSA key in PEM, from the repository's secrets.",
  });
}

import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { inputFailure } from "../request/failure.ts";

/** Signs with a local key. It proves who holds the key, and nothing about when. */
export interface Signer {
  /** SHA-256 of the public key (SubjectPublicKeyInfo in DER), in hexadecimal digits. */
  readonly keyid: string;
  readonly sign: (data: Uint8Array) => Promise<Uint8Array>;
  readonly verify: (data: Uint8Array, signature: Uint8Array) => boolean;
}

const SMALLEST_RSA = 2048;
const HOW =
  "Make one with `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256`, and verify with its public key (`openssl pkey -pubout`).";

/**
 * Reads a private key in PEM.
 * @throws ActionFailure `build/input` where it is none, or of a kind that verifiers do not take
 */
export function readSigner(pem: string, password: string | undefined): Signer {
  const key = readKey(pem, password);
  const publicKey = createPublicKey(key);
  const algorithm = key.asymmetricKeyType === "ed25519" ? null : "sha256";
  return {
    keyid: createHash("sha256")
      .update(publicKey.export({ type: "spki", format: "der" }))
      .digest("hex"),
    sign: (data) => Promise.resolve(new Uint8Array(sign(algorithm, data, key))),
    verify: (data, signature) => verify(algorithm, data, publicKey, signature),
  };
}

function readKey(pem: string, password: string | undefined): KeyObject {
  if (pem.includes("ENCRYPTED SIGSTORE PRIVATE KEY") || pem.includes("ENCRYPTED COSIGN PRIVATE KEY"))
    throw inputFailure("signing-key: this form of key, encrypted by cosign, cannot be read.", HOW);
  const key = parseKey(pem, password);
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  const isGood =
    type === "ed25519" ||
    (type === "ec" && details?.namedCurve === "prime256v1") ||
    (type === "rsa" && (details?.modulusLength ?? 0) >= SMALLEST_RSA);
  if (!isGood)
    throw inputFailure("signing-key: only EC P-256, Ed25519 and RSA of 2048 bits or more are taken.", HOW);
  return key;
}

function parseKey(pem: string, password: string | undefined): KeyObject {
  try {
    return createPrivateKey({ key: pem, ...(password === undefined ? {} : { passphrase: password }) });
  } catch {
    // What the library says of it may repeat parts of the key.
    throw inputFailure("signing-key: it is no private key in PEM, or the password is wrong.", HOW);
  }
}

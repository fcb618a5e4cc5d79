import { createHash, createPublicKey } from "node:crypto";
import { resolve } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import type { TrustedKey } from "@plimsoll/release";
import { inputFailure } from "../failure.ts";

const BEGIN = "-----BEGIN PUBLIC KEY-----";
const END = "-----END PUBLIC KEY-----";
const MAXIMUM_BYTES = 64 * 1024;

/**
 * The public keys of an input: PEM itself, or paths of files with it. A key is called by the digest of what it is.
 * @throws ActionFailure `promote/input`, also for a private key: nobody needs one to verify
 */
export function trustedKeys(text: string | undefined, workspace: string): readonly TrustedKey[] {
  if (text === undefined) return [];
  if (text.includes("-----BEGIN")) return keysIn(text, "public-key");
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .flatMap((path) => keysIn(readBounded(resolve(workspace, path), MAXIMUM_BYTES).toString("utf8"), path));
}

function keysIn(text: string, where: string): readonly TrustedKey[] {
  if (text.includes("PRIVATE KEY"))
    throw inputFailure(
      `public-key: ${where} holds a private key.`,
      "Give the public one; and change the private one.",
    );
  const keys: TrustedKey[] = [];
  for (let at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
    const end = text.indexOf(END, at);
    if (end < 0) break;
    keys.push(keyOf(`${text.slice(at, end + END.length)}\n`, where));
  }
  if (keys.length > 0) return keys;
  throw inputFailure(
    `public-key: ${where} holds no public key in PEM.`,
    "Give a key that begins with BEGIN PUBLIC KEY.",
  );
}

function keyOf(pem: string, where: string): TrustedKey {
  try {
    const der = createPublicKey(pem).export({ type: "spki", format: "der" });
    return { id: createHash("sha256").update(der).digest("hex"), pem };
  } catch {
    throw inputFailure(
      `public-key: ${where} holds a key that cannot be read.`,
      "Give an Ed25519, EC P-256 or RSA key.",
    );
  }
}

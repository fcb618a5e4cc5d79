import { listOf, memberOf, textOf } from "@plimsoll/core/json";
import { STATEMENT_PAYLOAD_TYPE, type DsseEnvelope } from "@plimsoll/core/release-evidence";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { fromBase64, toBase64 } from "./base64.ts";
import type { Trust, TrustedKey, VerifySignature } from "./evidence.ts";

/** Signatures of one envelope that are looked at. */
const MAXIMUM_SIGNATURES = 20;

/** Whether data has the form of an envelope; its parts may still be nonsense. */
export function isEnvelope(value: unknown): boolean {
  return textOf(memberOf(value, "payloadType")) !== undefined && memberOf(value, "payload") !== undefined;
}

/** What is signed: the DSSE pre-authentication encoding of the payload. */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = utf8ToBytes(payloadType);
  const head = utf8ToBytes(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const bytes = new Uint8Array(head.length + payload.length);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** The payload of an envelope, and whether one of the keys vouches for it. */
export async function openEnvelope(
  value: unknown,
  keys: readonly TrustedKey[],
  verify: VerifySignature,
): Promise<{ readonly payload: Uint8Array; readonly trust: Trust } | { readonly problem: string }> {
  const payloadType = textOf(memberOf(value, "payloadType")) ?? "";
  if (payloadType !== STATEMENT_PAYLOAD_TYPE)
    return { problem: `holds "${payloadType}", not an in-toto statement` };
  const payload = fromBase64(textOf(memberOf(value, "payload")) ?? "");
  if (payload === undefined || payload.length === 0) return { problem: "has a payload that is not base64" };
  const data = preAuthenticationEncoding(payloadType, payload);
  for (const signature of listOf(memberOf(value, "signatures")).slice(0, MAXIMUM_SIGNATURES)) {
    const bytes = fromBase64(textOf(memberOf(signature, "sig")) ?? "");
    if (bytes === undefined) continue;
    const keyid = await verifiedBy({ data, signature: bytes }, keys, verify);
    if (keyid !== undefined) return { payload, trust: { kind: "signed", keyid } };
  }
  const message = keys.length === 0 ? "no key is trusted" : "no trusted key verifies the signature";
  return { payload, trust: { kind: "broken", message } };
}

/** The trusted key that a signature is of. A key's name in a signature is only a hint, so all keys are tried. */
export async function verifiedBy(
  { data, signature }: { readonly data: Uint8Array; readonly signature: Uint8Array },
  keys: readonly TrustedKey[],
  verify: VerifySignature,
): Promise<string | undefined> {
  for (const key of keys) {
    if (await verify(key, data, signature)) return key.id;
  }
  return undefined;
}

/** An envelope around a statement, signed by a port. */
export async function sealStatement(
  statement: object,
  signer: { readonly keyid: string; readonly sign: (data: Uint8Array) => Promise<Uint8Array> },
): Promise<DsseEnvelope> {
  const payload = utf8ToBytes(JSON.stringify(statement));
  const signature = await signer.sign(preAuthenticationEncoding(STATEMENT_PAYLOAD_TYPE, payload));
  return {
    payloadType: STATEMENT_PAYLOAD_TYPE,
    payload: toBase64(payload),
    signatures: [{ keyid: signer.keyid, sig: toBase64(signature) }],
  };
}

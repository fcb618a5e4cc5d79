import { memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { fromBase64 } from "./base64.ts";
import { verifiedBy } from "./dsse.ts";
import type { EvidenceDocument, Trust } from "./evidence.ts";
import type { ReadingKeys } from "./read-evidence.ts";
import { fromUtf8 } from "./utf8.ts";

/** Whether data has the form of an image's signature. */
export function isImageSignature(value: unknown): boolean {
  return memberOf(value, "kind") === "plimsoll-image-signature";
}

/** An image's signature: its payload (the simple-signing format of cosign) names the digest that was signed. */
export async function readImageSignature(
  value: unknown,
  { keys, verify }: ReadingKeys,
): Promise<Omit<EvidenceDocument, "path" | "sha256">> {
  const payload = fromBase64(textOf(memberOf(value, "payload")) ?? "");
  const signature = fromBase64(textOf(memberOf(value, "signature")) ?? "");
  const common = { kind: "signature", predicate: value } as const;
  if (payload === undefined || signature === undefined) {
    return {
      ...common,
      subjects: [],
      trust: { kind: "broken", message: "payload or signature is not base64" },
    };
  }
  const keyid = await verifiedBy({ data: payload, signature }, keys, verify);
  const trust: Trust =
    keyid === undefined
      ? { kind: "broken", message: "no trusted key verifies the signature" }
      : { kind: "signed", keyid };
  const digest = digestIn(payload);
  return { ...common, subjects: digest === undefined ? [] : [digest], trust };
}

function digestIn(payload: Uint8Array): string | undefined {
  const text = fromUtf8(payload);
  const parsed = text === undefined ? undefined : parseJsonText(text);
  if (parsed === undefined || "problem" in parsed) return undefined;
  return textOf(memberOf(memberOf(memberOf(parsed.value, "critical"), "image"), "docker-manifest-digest"));
}

import type { ImageSignature } from "@plimsoll/core/release-evidence";
import type { Signer } from "./signer.ts";

/** What is signed of an image: the simple-signing document that cosign and skopeo know. */
export function signingPayload(name: string, digest: string): Buffer {
  return Buffer.from(
    JSON.stringify({
      critical: {
        identity: { "docker-reference": name },
        image: { "docker-manifest-digest": digest },
        type: "cosign container image signature",
      },
      optional: null,
    }),
  );
}

/** Signs an image's digest. */
export async function signImage(
  { name, digest }: { readonly name: string; readonly digest: string },
  signer: Signer,
): Promise<ImageSignature> {
  const payload = signingPayload(name, digest);
  const signature = await signer.sign(payload);
  return {
    kind: "plimsoll-image-signature",
    payload: payload.toString("base64"),
    signature: Buffer.from(signature).toString("base64"),
    keyid: signer.keyid,
  };
}

import { createHash } from "node:crypto";
import { join } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import { listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { inputFailure } from "../failure.ts";

/** Manifests are a few kilobytes. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/**
 * Makes sure that an OCI layout holds the image that the evidence is about, and nothing else.
 * @throws ActionFailure `policy/input`
 */
export function requireInLayout(layout: string, digest: string): void {
  const parsed = parseJsonText(readBounded(join(layout, "index.json"), MAXIMUM_BYTES).toString("utf8"));
  const manifests = "value" in parsed ? listOf(memberOf(parsed.value, "manifests")) : [];
  const found = manifests.map((entry) => textOf(memberOf(entry, "digest")));
  if (found.length !== 1 || found[0] !== digest)
    throw inputFailure(
      `oci-layout: ${layout} holds ${found.join(", ") || "no image"}, not ${digest} alone.`,
      "Give the layout of this very image; of an index, judge each platform's image by its own digest.",
    );
  const hex = digest.slice("sha256:".length);
  const bytes = readBounded(join(layout, "blobs", "sha256", hex), MAXIMUM_BYTES);
  if (createHash("sha256").update(bytes).digest("hex") !== hex)
    throw inputFailure(`oci-layout: the manifest in ${layout} was altered.`, "Build the image again.");
}

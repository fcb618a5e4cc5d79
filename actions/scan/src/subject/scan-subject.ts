import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { readBounded } from "@plimsoll/action-kit";
import { listOf, memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { parseImageReference } from "@plimsoll/syntax";
import { inputFailure } from "../failure.ts";

/** The image that every report must be about. */
export interface ScanSubject {
  /** Name without tag and digest. */
  readonly name: string;
  /** Host and port. */
  readonly registry: string;
  /** `sha256:…`. */
  readonly digest: string;
  /** Everything by which a scanner may name it: its manifest, and its configuration where the manifest is at hand. */
  readonly digests: readonly string[];
  /** Absolute path of its OCI layout. */
  readonly layout: string | undefined;
}

const DIGEST = /^sha256:[0-9a-f]{64}$/u;
/** Manifests are a few kilobytes. */
const MAXIMUM_BYTES = 4 * 1024 * 1024;

/**
 * Reads which image is meant. Where a layout is given, its manifest must be in it, alone, and have that digest.
 * @throws ActionFailure `scan/input`
 */
export function readSubject(image: string, layout: string | undefined, workspace: string): ScanSubject {
  const parsed = parseImageReference(image);
  const reference = parsed.ok ? parsed.reference : undefined;
  const digest = reference?.digest;
  if (reference === undefined || digest === undefined || !DIGEST.test(digest))
    throw inputFailure(
      `image: ${JSON.stringify(image)} is no name with a digest.`,
      "Give the output `image-ref` of the build: what is scanned is then what is released.",
    );
  const name = `${reference.registry}/${reference.repository}`;
  const common = { name, registry: reference.registry, digest };
  if (layout === undefined) return { ...common, digests: [digest], layout };
  const path = resolve(workspace, layout);
  return { ...common, digests: [digest, configurationIn(path, digest)], layout: path };
}

/** The digest of the configuration of the one image in a layout, which must be the expected one. */
function configurationIn(layout: string, expected: string): string {
  const index = readJson(join(layout, "index.json"));
  const found = listOf(memberOf(index, "manifests")).map((entry) => textOf(memberOf(entry, "digest")));
  if (found.length !== 1 || found[0] !== expected)
    throw inputFailure(
      `oci-layout: ${layout} holds ${found.join(", ") || "no image"}, not ${expected} alone.`,
      "Give the layout of this very image; of an index, scan each platform's image by its own digest.",
    );
  const hex = expected.slice("sha256:".length);
  const bytes = readBounded(join(layout, "blobs", "sha256", hex), MAXIMUM_BYTES);
  if (createHash("sha256").update(bytes).digest("hex") !== hex)
    throw inputFailure(`oci-layout: the manifest in ${layout} was altered.`, "Build the image again.");
  const configuration = textOf(memberOf(memberOf(jsonIn(bytes, layout), "config"), "digest"));
  if (configuration !== undefined && DIGEST.test(configuration)) return configuration;
  throw inputFailure(
    `oci-layout: ${expected} is no image of one platform.`,
    "Scan each platform's image by its own digest.",
  );
}

function readJson(path: string): unknown {
  return jsonIn(readBounded(path, MAXIMUM_BYTES), path);
}

function jsonIn(bytes: Buffer, path: string): unknown {
  const parsed = parseJsonText(bytes.toString("utf8"));
  if ("value" in parsed) return parsed.value;
  throw inputFailure(`oci-layout: ${path} is not JSON.`, "Give the folder of an OCI layout.");
}

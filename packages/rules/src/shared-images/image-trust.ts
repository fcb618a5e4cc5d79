import type { ImageMirror, ImagePolicy, ImageTrust, Severity } from "@plimsoll/core";
import { ironBankPathFor, ironBankReference } from "@plimsoll/model/images";
import { matchesImagePattern, parseImageReference, type ImageReference } from "@plimsoll/syntax";

/** The parsed reference, or undefined where the text is none. */
export function readImage(text: string): ImageReference | undefined {
  const result = parseImageReference(text);
  return result.ok ? result.reference : undefined;
}

/** The name with its registry, without tag and digest. */
export function imageName(image: ImageReference): string {
  return `${image.registry}/${image.repository}`;
}

/**
 * Where an image may come from by the policy. An image in a declared mirror is judged as the image that it mirrors, so
 * that a mirror opens no way around the policy; what lies in the factory's own registry is trusted.
 */
export function trustOf(image: ImageReference, policy: ImagePolicy): ImageTrust {
  const origins = [image, ...upstreamsOf(image, policy.mirrors)];
  const matches = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => origins.some((origin) => matchesImagePattern(origin, pattern)));
  if (matches(policy.trusted) || isOwn(image, policy.registry)) return "trusted";
  return matches(policy.approvedUntrusted) ? "approved-untrusted" : "not-approved";
}

/** Problem code and severity of an image that is not trusted; undefined where it is. */
export function trustProblem(
  image: ImageReference,
  policy: ImagePolicy,
): { readonly problem: "notApproved" | "untrusted"; readonly severity?: Severity } | undefined {
  const trust = trustOf(image, policy);
  if (trust === "trusted") return undefined;
  return trust === "not-approved"
    ? { problem: "notApproved" }
    : { problem: "untrusted", severity: "warning" };
}

/**
 * The name of the Iron Bank image that can stand for an image, through the mirror where Iron Bank is mirrored. Undefined
 * where the model knows none, or where the policy would not trust the result.
 */
export function hardenedName(image: ImageReference, policy: ImagePolicy): string | undefined {
  let names = HARDENED.get(policy);
  if (names === undefined) HARDENED.set(policy, (names = new Map()));
  const key = `${imageName(image)}:${image.tag ?? ""}`;
  const known = names.get(key);
  if (known !== undefined) return known === "" ? undefined : known;
  const found = findHardened(image, policy);
  if (names.size < MAXIMUM_KNOWN) names.set(key, found ?? "");
  return found;
}

/** The same few images are named in most files of a workspace. Empty where there is none. */
const HARDENED = new WeakMap<ImagePolicy, Map<string, string>>();
const MAXIMUM_KNOWN = 1000;

function findHardened(image: ImageReference, policy: ImagePolicy): string | undefined {
  const path = ironBankPathFor(imageName(image), image.tag);
  if (path === undefined) return undefined;
  const reference = ironBankReference(path);
  const mirror = policy.mirrors.find(({ from }) => isBelow(reference, from));
  const name = mirror === undefined ? reference : mirror.to + reference.slice(mirror.from.length);
  const parsed = readImage(name);
  return parsed !== undefined && trustOf(parsed, policy) === "trusted" ? name : undefined;
}

function isOwn(image: ImageReference, registry: string | undefined): boolean {
  if (registry === undefined || registry === "") return false;
  return isBelow(imageName(image), registry);
}

function upstreamsOf(image: ImageReference, mirrors: readonly ImageMirror[]): readonly ImageReference[] {
  const name = imageName(image);
  const found: ImageReference[] = [];
  for (const { from, to } of mirrors) {
    const upstream = isBelow(name, to) ? readImage(from + name.slice(to.length)) : undefined;
    if (upstream !== undefined) found.push(upstream);
  }
  return found;
}

/** True for the prefix itself and what lies below it; `a/b` is not below `a/bc`. */
function isBelow(name: string, prefix: string): boolean {
  if (prefix === "" || !name.startsWith(prefix)) return false;
  return name.length === prefix.length || prefix.endsWith("/") || name[prefix.length] === "/";
}

import type { Span } from "../source/span.ts";
import { type DigestFault, digestFault } from "./digest.ts";

/** Where the parts of a reference stand in its text. */
export interface ImageReferenceSpans {
  /** Undefined where the reference names no registry. */
  readonly registry: Span | undefined;
  /** The repository as written, without the registry. */
  readonly repository: Span;
  /** Without the colon. */
  readonly tag: Span | undefined;
  /** Without the `@`; the algorithm included. */
  readonly digest: Span | undefined;
}

/** A reference to an image, by the grammar of the CNCF distribution project, with the defaults of Docker put in. */
export interface ImageReference {
  readonly text: string;
  /** Host and port; `docker.io` where none is written. */
  readonly registry: string;
  /** With `library/` before the official images of docker.io. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…`, whole. */
  readonly digest: string | undefined;
  readonly digestAlgorithm: string | undefined;
  readonly hasExplicitRegistry: boolean;
  readonly spans: ImageReferenceSpans;
}

export type ImageReferenceFault =
  | "empty"
  | "too-long"
  | "invalid-registry"
  | "invalid-repository"
  | "upper-case-repository"
  | "invalid-tag"
  | DigestFault;

/** Why a text is no reference, and the part of it that is to blame. */
export interface ImageReferenceProblem extends Span {
  readonly fault: ImageReferenceFault;
  readonly message: string;
}

export type ImageReferenceResult =
  | { readonly ok: true; readonly reference: ImageReference }
  | { readonly ok: false; readonly problem: ImageReferenceProblem };

/** The registry of a reference that names none. */
export const DEFAULT_REGISTRY = "docker.io";
const MAX_REPOSITORY = 255;
const MAX_REFERENCE = 2048;
const MAX_TAG = 128;

const MESSAGES: Readonly<Record<ImageReferenceFault, string>> = {
  empty: "an image reference cannot be empty",
  "too-long": "the image reference is too long",
  "invalid-registry": "this is no registry host",
  "invalid-repository": "a repository holds lower-case letters and digits, with . _ - between them",
  "upper-case-repository": "a repository is lower case",
  "invalid-tag": "a tag holds at most 128 letters, digits, _ . and -, and starts with none of . -",
  "digest-algorithm": "the digest algorithm is not one that registries know",
  "digest-length": "the digest does not have the length of its algorithm",
  "digest-characters": "a digest holds lower-case hexadecimal digits only",
  "digest-form": "a digest is written algorithm:hex",
};

/** Reads an image reference such as `registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4@sha256:…`. Spans count from the start of `text`. */
export function parseImageReference(text: string): ImageReferenceResult {
  if (text === "") return failure("empty", 0, 0);
  if (text.length > MAX_REFERENCE) return failure("too-long", 0, text.length);
  const parts = splitReference(text);
  const { registry, repository, tag, digest } = parts;
  if (registry !== undefined && !isRegistry(slice(text, registry))) {
    return failure("invalid-registry", registry.start, registry.end);
  }
  const repositoryFault = faultOfRepository(slice(text, repository));
  if (repositoryFault !== undefined) return failure(repositoryFault, repository.start, repository.end);
  if (tag !== undefined && !isTag(slice(text, tag))) return failure("invalid-tag", tag.start, tag.end);
  if (digest !== undefined) {
    const fault = digestFault(slice(text, digest));
    if (fault !== undefined) return failure(fault, digest.start, digest.end);
  }
  return { ok: true, reference: referenceOf(text, parts) };
}

function referenceOf(text: string, spans: ImageReferenceSpans): ImageReference {
  const digest = spans.digest === undefined ? undefined : slice(text, spans.digest);
  const registry = registryName(spans.registry === undefined ? "" : slice(text, spans.registry));
  const written = slice(text, spans.repository);
  const official = registry === DEFAULT_REGISTRY && !written.includes("/");
  return {
    text,
    registry,
    repository: official ? `library/${written}` : written,
    tag: spans.tag === undefined ? undefined : slice(text, spans.tag),
    digest,
    digestAlgorithm: digest?.slice(0, digest.indexOf(":")),
    hasExplicitRegistry: spans.registry !== undefined,
    spans,
  };
}

/** Docker Hub has several names for one registry. */
function registryName(written: string): string {
  if (written === "" || written === "index.docker.io" || written === "registry-1.docker.io") {
    return DEFAULT_REGISTRY;
  }
  return written;
}

function splitReference(text: string): ImageReferenceSpans {
  const at = text.indexOf("@");
  const nameEnd = at === -1 ? text.length : at;
  const digest = at === -1 ? undefined : { start: at + 1, end: text.length };
  const lastSlash = text.lastIndexOf("/", nameEnd - 1);
  const colon = text.indexOf(":", lastSlash + 1);
  const hasTag = colon !== -1 && colon < nameEnd;
  const tag = hasTag ? { start: colon + 1, end: nameEnd } : undefined;
  const repositoryEnd = hasTag ? colon : nameEnd;
  const slash = text.indexOf("/");
  const hasRegistry = slash !== -1 && slash < repositoryEnd && looksLikeRegistry(text.slice(0, slash));
  return {
    registry: hasRegistry ? { start: 0, end: slash } : undefined,
    repository: { start: hasRegistry ? slash + 1 : 0, end: repositoryEnd },
    tag,
    digest,
  };
}

/** True where the first part of a name is a host: it has a dot, a port or an upper-case letter, or it is `localhost`. */
export function looksLikeRegistry(part: string): boolean {
  return part === "localhost" || part.includes(".") || part.includes(":") || part !== part.toLowerCase();
}

function isRegistry(text: string): boolean {
  const close = text.indexOf("]");
  if (text.startsWith("[")) {
    if (close === -1 || !/^[0-9a-fA-F:]+$/.test(text.slice(1, close))) return false;
    return close === text.length - 1 || isPort(text.slice(close + 1));
  }
  const colon = text.indexOf(":");
  if (colon !== -1 && !isPort(text.slice(colon))) return false;
  return text
    .slice(0, colon === -1 ? text.length : colon)
    .split(".")
    .every(isHostLabel);
}

function isPort(text: string): boolean {
  return /^:[0-9]+$/.test(text);
}

function isHostLabel(label: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(label) && !label.startsWith("-") && !label.endsWith("-");
}

function faultOfRepository(text: string): ImageReferenceFault | undefined {
  if (text === "") return "invalid-repository";
  if (text.length > MAX_REPOSITORY) return "too-long";
  if (text.split("/").every(isPathComponent)) return undefined;
  const lower = text.toLowerCase();
  return lower !== text && lower.split("/").every(isPathComponent)
    ? "upper-case-repository"
    : "invalid-repository";
}

/** Lower-case letters and digits; between them one `.`, one or two `_`, or any number of `-`. */
function isPathComponent(text: string): boolean {
  const { length } = text;
  let separatorStart = 0;
  for (let index = 0; index < length; index += 1) {
    if (!isAlphanumeric(text.charCodeAt(index))) continue;
    // Nothing may stand in front of the first letter, and only a separator between two.
    if (index > separatorStart && (separatorStart === 0 || !isSeparator(text.slice(separatorStart, index))))
      return false;
    separatorStart = index + 1;
  }
  return length > 0 && separatorStart === length;
}

/** A lower-case letter or a digit. */
function isAlphanumeric(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function isSeparator(text: string): boolean {
  return text === "." || text === "_" || text === "__" || /^-+$/.test(text);
}

function isTag(text: string): boolean {
  return text.length <= MAX_TAG && /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text);
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

function failure(fault: ImageReferenceFault, start: number, end: number): ImageReferenceResult {
  return { ok: false, problem: { fault, message: MESSAGES[fault], start, end } };
}

/** The reference with its defaults written out: `docker.io/library/nginx:1.27@sha256:…`. No tag is added. */
export function normalizeImage(reference: ImageReference): string {
  const tag = reference.tag === undefined ? "" : `:${reference.tag}`;
  const digest = reference.digest === undefined ? "" : `@${reference.digest}`;
  return `${reference.registry}/${reference.repository}${tag}${digest}`;
}

import {
  asMap,
  asSequence,
  getEntry,
  scalarText,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";
import { placeIn, type ManifestProblem } from "./manifest-checks.ts";

const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["sha256", 64],
  ["sha512", 128],
]);
const MAXIMUM_RESOURCES = 2000;

/** Checks `resources`: each is a file with a checksum, or an image with a tag. */
export function* resourceProblems(root: YamlMap): Iterable<ManifestProblem> {
  const entry = getEntry(root, "resources");
  if (entry === undefined) return;
  const items = asSequence(entry.value)?.items;
  if (items === undefined && scalarText(entry.value) !== undefined) {
    yield {
      problem: "resourceForm",
      at: entry.value,
      subject: "resources",
      message: "Resources must be a list.",
    };
  }
  for (const item of (items ?? []).slice(0, MAXIMUM_RESOURCES)) yield* oneResource(item);
}

/** Names under which the declared files are staged. */
export function resourceNames(root: YamlMap): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of (asSequence(getEntry(root, "resources")?.value)?.items ?? []).slice(
    0,
    MAXIMUM_RESOURCES,
  )) {
    const map = asMap(item);
    const name = map === undefined ? undefined : scalarText(getEntry(map, "filename")?.value);
    if (name !== undefined) names.add(name);
  }
  return names;
}

function* oneResource(item: YamlNode): Iterable<ManifestProblem> {
  const map = asMap(item);
  if (map === undefined) {
    yield {
      problem: "resourceForm",
      at: item,
      subject: "resource",
      message: "Resource must be a map with url and filename or tag.",
    };
    return;
  }
  const urlNode = getEntry(map, "url")?.value ?? asSequence(getEntry(map, "urls")?.value)?.items[0];
  const url = scalarText(urlNode);
  if (url === undefined || urlNode === undefined) {
    yield { problem: "resourceUrl", at: placeIn(map), subject: "url", message: "Resource has no url." };
    return;
  }
  if (/^(docker|github):\/\//.test(url)) yield* imageResource(map, url);
  else if (/^(https?|s3):\/\//.test(url)) yield* fileResource(map, url);
  else {
    yield {
      problem: "resourceUrl",
      at: urlNode,
      subject: url,
      message: `Resource "${url}" is neither http, https, s3 nor docker.`,
    };
  }
}

function* imageResource(map: YamlMap, url: string): Iterable<ManifestProblem> {
  const tag = textOf(map, "tag");
  if (tag === "")
    yield {
      problem: "resourceTag",
      at: placeIn(map),
      subject: url,
      message: `Image resource "${url}" has no tag.`,
    };
}

function* fileResource(map: YamlMap, url: string): Iterable<ManifestProblem> {
  const name = textOf(map, "filename");
  if (name === "") {
    yield {
      problem: "resourceFilename",
      at: placeIn(map),
      subject: url,
      message: `Resource "${url}" has no filename.`,
    };
  }
  const validation = getEntry(map, "validation");
  const check = asMap(validation?.value);
  if (validation !== undefined && check !== undefined) yield* checksum(validation, check, url);
  else {
    const message = `Resource "${url}" has no validation with a checksum.`;
    yield { problem: "checksumMissing", at: placeIn(map), subject: url, message };
  }
}

function* checksum(validation: YamlEntry, check: YamlMap, url: string): Iterable<ManifestProblem> {
  const length = DIGEST_LENGTHS.get(textOf(check, "type"));
  if (length === undefined) {
    const at = getEntry(check, "type")?.value ?? validation.key;
    yield {
      problem: "checksumType",
      at,
      subject: url,
      message: "Checksum must be of type sha256 or sha512.",
    };
    return;
  }
  const value = textOf(check, "value");
  if (value.length === length && /^[0-9a-f]+$/i.test(value)) return;
  const at = getEntry(check, "value")?.value ?? validation.key;
  yield {
    problem: "checksumValue",
    at,
    subject: url,
    message: `Checksum must have ${length} hexadecimal digits.`,
  };
}

function textOf(map: YamlMap, key: string): string {
  return scalarText(getEntry(map, key)?.value) ?? "";
}

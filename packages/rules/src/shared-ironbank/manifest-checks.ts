import { ironBank } from "@plimsoll/model/images";
import {
  asMap,
  asScalar,
  asSequence,
  entryName,
  getEntry,
  scalarText,
  type Span,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";

/** What is wrong with a hardening manifest. Offsets count from the start of the document. */
export interface ManifestProblem {
  readonly problem: string;
  readonly at: Span;
  readonly message: string;
  /** What stays the same when lines move. */
  readonly subject: string;
  /** A value to put in the place of the one at `path`. */
  readonly better?: { readonly path: readonly (string | number)[]; readonly value: string };
}

const KNOWN_KEYS = new Set([...ironBank.manifestRequiredKeys, "resources", "architecture"]);
const KNOWN_LABELS = new Set([
  ...ironBank.requiredManifestLabels,
  "org.opencontainers.image.url",
  "mil.dso.ironbank.image.keywords",
  "mil.dso.ironbank.image.type",
  "mil.dso.ironbank.product.name",
]);
const MAXIMUM_TAGS = 10;
const MAXIMUM_PROBLEMS = 200;

type Problems = Iterable<ManifestProblem>;

/** Checks a manifest by itself. */
export function* manifestProblems(root: YamlNode): Problems {
  let count = 0;
  for (const problem of allProblems(root)) {
    if (count >= MAXIMUM_PROBLEMS) return;
    count += 1;
    yield problem;
  }
}

function* allProblems(root: YamlNode): Problems {
  const map = asMap(root);
  if (map === undefined) {
    yield { problem: "notMap", at: root, subject: "", message: "Hardening manifest must be a map of keys." };
    return;
  }
  yield* keys(map);
  yield* version(map);
  yield* name(map);
  yield* tags(map);
  yield* args(map);
  yield* labels(map);
  yield* maintainers(map);
  yield* architecture(map);
}

/** Where something is missing in a map: its first key, or the map itself. */
export function placeIn(map: YamlMap): Span {
  return map.entries[0]?.key ?? map;
}

function* keys(map: YamlMap): Problems {
  const missing = ironBank.manifestRequiredKeys.filter((key) => getEntry(map, key) === undefined);
  if (missing.length > 0) {
    const list = missing.join(", ");
    yield {
      problem: "keyMissing",
      at: placeIn(map),
      subject: list,
      message: `Hardening manifest lacks ${list}.`,
    };
  }
  for (const { key } of map.entries) {
    const text = scalarText(key) ?? "";
    if (KNOWN_KEYS.has(text)) continue;
    yield {
      problem: "keyUnknown",
      at: key,
      subject: text,
      message: `Key "${text}" is none of the hardening manifest.`,
    };
  }
}

function* version(map: YamlMap): Problems {
  const entry = getEntry(map, "apiVersion");
  if (entry === undefined || scalarText(entry.value) === "v1") return;
  yield {
    problem: "apiVersion",
    at: entry.value,
    subject: "apiVersion",
    message: 'Value of "apiVersion" must be v1.',
    better: { path: ["apiVersion"], value: "v1" },
  };
}

function* name(map: YamlMap): Problems {
  const entry = getEntry(map, "name");
  if (entry === undefined) return;
  const text = stringOf(entry.value);
  if (text !== undefined && /^[a-z0-9]+([._/-][a-z0-9]+)*$/.test(text)) return;
  yield {
    problem: "nameForm",
    at: entry.value,
    subject: "name",
    message: "Name must be the image's path in lower case, such as opensource/nginx/nginx.",
  };
}

function* tags(map: YamlMap): Problems {
  const entry = getEntry(map, "tags");
  if (entry === undefined) return;
  const items = asSequence(entry.value)?.items ?? [];
  if (items.length === 0 || items.length > MAXIMUM_TAGS) {
    const message = `Tags must be a list of 1 to ${MAXIMUM_TAGS}.`;
    yield { problem: "tagCount", at: entry.key, subject: "tags", message };
  }
  const seen = new Set<string>();
  for (const [index, item] of items.slice(0, MAXIMUM_PROBLEMS).entries()) {
    const text = scalarText(item) ?? "";
    if (seen.has(text))
      yield { problem: "tagTwice", at: item, subject: text, message: `Tag "${text}" stands there twice.` };
    seen.add(text);
    yield* oneTag(item, index, text);
  }
}

function* oneTag(item: YamlNode, index: number, text: string): Problems {
  if (index === 0 && text === "latest") {
    yield {
      problem: "firstTagLatest",
      at: item,
      subject: "latest",
      message: "First tag must be the version, not latest.",
    };
  }
  yield* mustBeString(item, ["tags", index], `Tag ${text}`);
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(text)) {
    yield {
      problem: "tagForm",
      at: item,
      subject: text,
      message: `Tag "${text}" is no tag that a registry takes.`,
    };
  }
}

function* args(map: YamlMap): Problems {
  const entry = getEntry(map, "args");
  if (entry === undefined) return;
  const found = asMap(entry.value);
  for (const wanted of ["BASE_IMAGE", "BASE_TAG"]) {
    const value = found === undefined ? "" : scalarText(getEntry(found, wanted)?.value);
    if (value === undefined || value === "") {
      yield { problem: "argMissing", at: entry.key, subject: wanted, message: `Arguments lack ${wanted}.` };
    }
  }
  for (const { key, value } of found?.entries ?? []) {
    const text = scalarText(key) ?? "";
    if (text === "BASE_REGISTRY") {
      yield {
        problem: "registryArg",
        at: key,
        subject: text,
        message: "BASE_REGISTRY must not be set: the pipeline sets it.",
      };
    } else yield* mustBeString(value, ["args", text], `Argument ${text}`);
  }
}

function* labels(map: YamlMap): Problems {
  const entry = getEntry(map, "labels");
  if (entry === undefined) return;
  const found = asMap(entry.value);
  const missing = ironBank.requiredManifestLabels.filter(
    (label) => found === undefined || getEntry(found, label) === undefined,
  );
  if (missing.length > 0) {
    const list = missing.join(", ");
    yield { problem: "labelMissing", at: entry.key, subject: list, message: `Labels lack ${list}.` };
  }
  for (const label of found?.entries ?? []) yield* oneLabel(label);
}

function* oneLabel(entry: YamlEntry): Problems {
  const label = entryName(entry);
  if (!KNOWN_LABELS.has(label)) {
    yield {
      problem: "labelUnknown",
      at: entry.key,
      subject: label,
      message: `Label "${label}" is none that Iron Bank takes.`,
    };
  }
  if ((scalarText(entry.value) ?? "").trim() === "") {
    yield {
      problem: "labelEmpty",
      at: asScalar(entry.value)?.style === "empty" ? entry.key : entry.value,
      subject: label,
      message: `Label "${label}" is empty.`,
    };
  } else yield* mustBeString(entry.value, ["labels", label], `Label ${label}`);
}

function* maintainers(map: YamlMap): Problems {
  const entry = getEntry(map, "maintainers");
  if (entry === undefined) return;
  const items = asSequence(entry.value)?.items ?? [];
  if (items.length === 0) {
    yield {
      problem: "maintainerMissing",
      at: entry.key,
      subject: "maintainers",
      message: "Maintainers must be a list of at least one person.",
    };
  }
  for (const item of items) {
    const person = asMap(item);
    const missing = ["name", "username"].filter(
      (key) => person === undefined || (scalarText(getEntry(person, key)?.value) ?? "") === "",
    );
    if (missing.length === 0) continue;
    const at = person === undefined ? item : placeIn(person);
    yield {
      problem: "maintainerIncomplete",
      at,
      subject: missing.join(" "),
      message: `Maintainer lacks ${missing.join(" and ")}.`,
    };
  }
}

function* architecture(map: YamlMap): Problems {
  const value = getEntry(map, "architecture")?.value;
  for (const one of asSequence(value)?.items ?? (value === undefined ? [] : [value])) {
    const text = scalarText(one) ?? "";
    if (text === "x86" || text === "arm64") continue;
    yield {
      problem: "architecture",
      at: one,
      subject: text,
      message: `Architecture "${text}" is neither x86 nor arm64.`,
    };
  }
}

function stringOf(node: YamlNode): string | undefined {
  const scalar = asScalar(node);
  return typeof scalar?.value === "string" ? scalar.value : undefined;
}

/** YAML reads 1.10 as the number 1.1, so versions must be quoted. */
function* mustBeString(node: YamlNode, path: readonly (string | number)[], what: string): Problems {
  const scalar = asScalar(node);
  if (scalar === undefined || scalar.value === null || typeof scalar.value === "string") return;
  const message = `${what} must be quoted: YAML reads ${scalar.text} as ${typeof scalar.value === "boolean" ? "a truth value" : "a number"}.`;
  yield {
    problem: "notQuoted",
    at: node,
    subject: path.join("."),
    message,
    better: { path, value: scalar.text },
  };
}

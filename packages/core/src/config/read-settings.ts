import { scalarText } from "@plimsoll/syntax";
import type { RuleSet } from "../rule/rule-set.ts";
import { pinMistake } from "./collect-layers.ts";
import type { Complaints } from "./complaints.ts";
import { NEWEST_KUBERNETES_MINOR, parseKubernetesVersion } from "./kubernetes-version.ts";
import type { DocumentLayer, FileReference, LayerSettings } from "./layer.ts";
import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import { nearest, type Suggestions } from "./nearest.ts";
import { dropUndefined, emptyRecord, entryOf, isRecord, listOf, textOf } from "./plain-value.ts";
import { readChecks, readCompatibility } from "./read-checks.ts";
import { readInventory } from "./read-inventory.ts";
import { readGlobs, readOverrides, readRules, type KnownRules } from "./read-rules.ts";
import { resolvePath } from "./workspace-path.ts";

/** What a layer's reading needs to know and fills. */
export interface Reading {
  readonly layer: DocumentLayer;
  readonly ruleSet: RuleSet;
  /** The rules of the set and the user's own. */
  readonly known: KnownRules;
  /** Over the ids of all requirements. */
  readonly requirements: Suggestions;
  readonly complaints: Complaints;
}

/**
 * Reads what a configuration file says. The file was validated against the schema, and what is wrong there was told; here a
 * part of another type counts as absent, so that everything else that is wrong can still be told.
 */
export function readSettings(reading: Reading): LayerSettings {
  const { layer, known, complaints } = reading;
  const { document } = layer;
  const rules = { document, known, complaints };
  const top = (key: string): unknown => entryOf(document.value, key);
  const inlineIgnores = top("inlineIgnores");
  return dropUndefined({
    profile: readProfile(reading, top("profile")),
    kubernetesMinor: readVersion(reading),
    images: readImages(reading, top("images")),
    rules: readRules(rules, ["rules"], top("rules")),
    overrides: readOverrides(rules, top("overrides")),
    waivers: readReferences(reading, "waivers"),
    include: readGlobs(rules, ["files", "include"], entryOf(top("files"), "include")),
    exclude: readGlobs(rules, ["files", "exclude"], entryOf(top("files"), "exclude")),
    inlineIgnores: typeof inlineIgnores === "boolean" ? inlineIgnores : undefined,
    compatibility: readCompatibility(top("compatibility")),
    checks: readChecks(rules, top("checks")),
    buildArguments: readBuildArguments(document, top("buildArguments")),
    inventory: readInventory(reading, top("inventory")),
  });
}

function readProfile({ layer, ruleSet, complaints }: Reading, value: unknown): string | undefined {
  const profile = textOf(value);
  if (profile === undefined || profile === "" || Object.hasOwn(ruleSet.profiles, profile)) return profile;
  complaints.atValue(layer.document, ["profile"], unknownProfile(profile, ruleSet));
  return undefined;
}

/** Words for a profile that does not exist. */
export function unknownProfile(
  profile: string,
  ruleSet: RuleSet,
): { code: string; message: string; nextStep: string } {
  const names = Object.keys(ruleSet.profiles);
  const near = nearest(profile, names);
  return {
    code: "unknown-profile",
    message: `There is no profile "${profile.slice(0, 100)}"${near === undefined ? "." : `; did you mean "${near}"?`}`,
    nextStep: `Use one of: ${names.join(", ")}.`,
  };
}

/** The version as written: the number 1.30 is the text `1.30`, not 1.3. */
function readVersion({ layer: { document }, complaints }: Reading): number | undefined {
  const path = ["kubernetesVersion"];
  const node = document.nodeAt(path);
  const text =
    node?.kind === "scalar" && node.value !== null && typeof node.value !== "boolean"
      ? scalarText(node)
      : undefined;
  if (text === undefined || text === "") return undefined;
  const minor = parseKubernetesVersion(text);
  if (minor === undefined) complaints.atValue(document, path, badVersion(text));
  else if (minor > NEWEST_KUBERNETES_MINOR) complaints.note(document, path, newerVersion(minor));
  return minor;
}

/** Words for a Kubernetes version that cannot be read. */
export function badVersion(text: string): { code: string; message: string; nextStep: string } {
  return {
    code: "bad-version",
    message: `"${text.slice(0, 100)}" is not a version of Kubernetes 1.x.`,
    nextStep: "Write a version such as 1.34, or latest.",
  };
}

/** Words for a version that is newer than the rules. */
export function newerVersion(minor: number): { code: string; message: string } {
  return {
    code: "newer-version",
    message: `The rules know Kubernetes up to 1.${NEWEST_KUBERNETES_MINOR}; 1.${minor} is judged by what they know.`,
  };
}

function readImages({ layer: { document }, complaints }: Reading, value: unknown): LayerSettings["images"] {
  if (!isRecord(value)) return undefined;
  const patterns = (key: string): readonly string[] | undefined =>
    readGlobs({ document, complaints }, ["images", key], value[key]);
  const mirrors = Array.isArray(value["mirrors"]) ? listOf(value["mirrors"]) : undefined;
  return dropUndefined({
    trusted: patterns("trusted"),
    approvedUntrusted: patterns("approvedUntrusted"),
    mirrors: mirrors?.flatMap((item) => {
      const from = textOf(entryOf(item, "from"));
      const to = textOf(entryOf(item, "to"));
      return from === undefined || to === undefined ? [] : [{ from, to }];
    }),
    registry: textOf(value["registry"]),
    releaseTag: textOf(value["releaseTag"]),
  });
}

/** Reads `customRules` or `waivers`: paths from the file's folder, made paths from the workspace's root. */
export function readReferences(
  { layer, complaints }: Pick<Reading, "layer" | "complaints">,
  key: "customRules" | "waivers",
): readonly FileReference[] | undefined {
  const { document } = layer;
  const value = entryOf(document.value, key);
  if (!Array.isArray(value)) return undefined;
  if (key === "waivers" && layer.kind === "package" && value.length > 0) {
    complaints.atKey(document, [key], {
      code: "waivers-in-package",
      message: "A package cannot bring waivers: who approves them must be on record in this workspace.",
      nextStep: "Keep waivers in a file of the workspace.",
    });
    return undefined;
  }
  return listOf(value).flatMap(
    (item, index) => readReference({ layer, complaints }, [key, index], item) ?? [],
  );
}

function readReference(
  { layer, complaints }: Pick<Reading, "layer" | "complaints">,
  at: DocumentPath,
  item: unknown,
): FileReference | undefined {
  const { document, kind } = layer;
  const written = textOf(item) ?? textOf(entryOf(item, "path"));
  const integrity = textOf(entryOf(item, "integrity"));
  if (written === undefined || written === "" || (typeof item !== "string" && integrity === undefined))
    return undefined;
  const mistake = pinMistake(kind, { path: written, integrity });
  const path = resolvePath(document.file, written);
  if (mistake !== undefined) {
    const [code, message, nextStep] = mistake;
    complaints.atValue(document, at, { code, message, nextStep });
  } else if (path === undefined) {
    complaints.atValue(document, at, {
      code: "outside-workspace",
      message: `\`${written.slice(0, 100)}\` leaves the workspace.`,
      nextStep: "Name a file of the workspace by a relative path.",
    });
  } else return { path, integrity, file: document.file, range: document.valueRange(at) };
  return undefined;
}

/** Docker knows only text, so numbers and booleans count as written, and an empty value as the empty text. */
function readBuildArguments(
  document: LocatedDocument,
  value: unknown,
): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value)) return undefined;
  const values = emptyRecord<string>();
  for (const name of Object.keys(value)) {
    const node = document.nodeAt(["buildArguments", name]);
    if (node?.kind === "scalar") values[name] = scalarText(node) ?? "";
  }
  return values;
}

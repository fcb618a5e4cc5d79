import { isRecord } from "../config/plain-value.ts";
import { plainText, SettingsReader } from "./settings-reader.ts";
import type { CheckState, PeerSetting, SettingEffect, SettingsFile } from "./setting.ts";

const LABELS_RULE = "dockerfile/oci-labels-present";
const FORMATS_RULE = "dockerfile/label-values-valid";
const KNOWN_RULE = "dockerfile/labels-known";

const SEVERITIES: ReadonlyMap<string, CheckState> = new Map([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "info"],
  ["style", "info"],
  ["ignore", "off"],
]);

const HANDLED = [
  "ignored",
  "override",
  "trustedRegistries",
  "label-schema",
  "strict-labels",
  "disable-ignore-pragma",
  "failure-threshold",
  "no-fail",
];

const REASONS: ReadonlyMap<string, string> = new Map([
  ["format", "Say it on the command line: plimsoll check --format."],
  ["no-color", "Say it on the command line: --no-color."],
  ["verbose", "Plimsoll has no such switch."],
]);

/** Reads `.hadolint.yaml`. */
export function readHadolint(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("hadolint", file);
  reader.addEach(["ignored"], (id) => ({ kind: "check", id, state: "off" }));
  readOverrides(reader);
  reader.addEach(["trustedRegistries"], (registry) => ({
    kind: "trusted",
    patterns: trustedPatterns(registry),
  }));
  readLabels(reader);
  if (reader.valueAt("disable-ignore-pragma") === true)
    reader.add(["disable-ignore-pragma"], "disable-ignore-pragma: true", { kind: "pragmasOff" });
  readThreshold(reader);
  reader.addRest(HANDLED, REASONS);
  return reader.settings;
}

function readOverrides(reader: SettingsReader): void {
  const overrides = reader.valueAt("override");
  if (!isRecord(overrides)) return;
  for (const level of Object.keys(overrides)) {
    const state = SEVERITIES.get(level);
    reader.addEach(["override", level], (id): SettingEffect =>
      state === undefined
        ? { kind: "none", reason: `hadolint has no severity ${level}.` }
        : { kind: "check", id, state },
    );
  }
}

/** A registry of hadolint is a host, with `*` before or after it, or `*` for any. */
function trustedPatterns(registry: string): readonly string[] {
  if (registry === "*") return ["**"];
  return [registry.endsWith("/**") ? registry : `${trimSlashes(registry)}/**`];
}

function trimSlashes(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === "/") end -= 1;
  return text.slice(0, end);
}

/** Forms of a label's value that our rule knows too; `text` is any. */
const FORMATS = new Set(["url", "rfc3339", "spdx", "hash", "semver", "email"]);

/** Every label of the schema is required; its form is another rule, and so is what may stand beside them. */
function readLabels(reader: SettingsReader): void {
  const schema = reader.valueAt("label-schema");
  if (!isRecord(schema)) return;
  for (const [label, written] of Object.entries(schema)) {
    const format = plainText(written) ?? "";
    const words = `label-schema.${label}: ${format}`;
    const at = ["label-schema", label];
    reader.add(at, words, { kind: "option", rule: LABELS_RULE, option: "labels", add: [label] });
    if (FORMATS.has(format))
      reader.add(at, words, {
        kind: "option",
        rule: FORMATS_RULE,
        option: "formats",
        add: { [label]: format },
      });
  }
  if (reader.valueAt("strict-labels") === true) {
    const add = [...Object.keys(schema), "org.opencontainers.image.*"];
    reader.add(["strict-labels"], "strict-labels: true", {
      kind: "option",
      rule: KNOWN_RULE,
      option: "allowed",
      add,
    });
  }
}

const THRESHOLDS: ReadonlyMap<string, string> = new Map([
  ["error", "error"],
  ["warning", "warning"],
  ["info", "info"],
  ["style", "info"],
  ["ignore", "info"],
  ["none", "never"],
]);

function readThreshold(reader: SettingsReader): void {
  const level = plainText(reader.valueAt("failure-threshold"));
  if (level !== undefined) {
    const flag = THRESHOLDS.get(level) ?? "warning";
    const reason = `Say it on the command line: plimsoll check --fail-on ${flag}.`;
    reader.add(["failure-threshold"], `failure-threshold: ${level}`, { kind: "none", reason });
  }
  if (reader.valueAt("no-fail") === true) {
    const reason = "Say it on the command line: plimsoll check --fail-on never.";
    reader.add(["no-fail"], "no-fail: true", { kind: "none", reason });
  }
}

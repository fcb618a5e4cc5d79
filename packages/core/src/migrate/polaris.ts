import { isRecord, listOf, textOf, textsOf } from "../config/plain-value.ts";
import { plainText, SettingsReader } from "./settings-reader.ts";
import type { CheckState, PeerException, PeerSetting, SettingsFile, TextMatch } from "./setting.ts";

const SEVERITIES: ReadonlyMap<string, CheckState> = new Map([
  ["ignore", "off"],
  ["warning", "warning"],
  ["danger", "error"],
]);

const CUSTOM = "A check in JSON schema is not carried over; write your own rule in YAML.";
const REASONS: ReadonlyMap<string, string> = new Map([
  ["mutations", "Plimsoll changes files only when it is asked to: plimsoll fix."],
  ["displayName", "Reports of Plimsoll carry no name of the configuration."],
]);

const SWITCHES = ["disallowAnnotationExemptions", "disallowConfigExemptions", "disallowExemptions"];

/** Reads the configuration of Polaris. A check that is not listed does not run. */
export function readPolaris(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("polaris", file);
  const custom = isRecord(reader.valueAt("customChecks"))
    ? Object.keys(Object(reader.valueAt("customChecks")))
    : [];
  readChecks(reader, custom);
  readExemptions(reader);
  for (const name of custom)
    reader.add(["customChecks", name], `customChecks: ${name}`, { kind: "none", reason: CUSTOM });
  for (const key of ["disallowAnnotationExemptions", "disallowExemptions"])
    if (reader.valueAt(key) === true) reader.add([key], `${key}: true`, { kind: "pragmasOff" });
  reader.addRest(["checks", "exemptions", "customChecks", ...SWITCHES], REASONS);
  return reader.settings;
}

function readChecks(reader: SettingsReader, custom: readonly string[]): void {
  const checks = reader.valueAt("checks");
  if (!isRecord(checks)) return;
  const ids = Object.keys(checks).filter((id) => !custom.includes(id));
  if (ids.length > 0) reader.add(["checks"], `checks: ${ids.length} listed`, { kind: "only", ids });
  for (const id of ids) {
    const written = plainText(checks[id]) ?? "";
    const state = SEVERITIES.get(written);
    const words = `checks.${id}: ${written}`;
    if (state === undefined)
      reader.add(["checks", id], words, { kind: "none", reason: `Polaris has no severity "${written}".` });
    else reader.add(["checks", id], words, { kind: "check", id, state });
  }
}

function readExemptions(reader: SettingsReader): void {
  const areOff = [reader.valueAt("disallowExemptions"), reader.valueAt("disallowConfigExemptions")].includes(
    true,
  );
  for (const [index, item] of listOf(reader.valueAt("exemptions")).entries()) {
    if (!isRecord(item)) continue;
    const exception = exceptionOf(item);
    const where = [exception.namespace?.text, ...(exception.names ?? []).map(({ text }) => text)].filter(
      (part) => part !== undefined,
    );
    const words = `exemptions: ${(exception.checks ?? ["every check"]).join(", ")} in ${where.join(", ") || "every object"}`;
    reader.add(
      ["exemptions", index],
      words,
      areOff
        ? { kind: "none", reason: "Polaris hears no exemptions here." }
        : { kind: "exception", exception },
    );
  }
}

function exceptionOf(item: Readonly<Record<string, unknown>>): PeerException {
  const checks = textsOf(item["rules"]) ?? [];
  const namespace = textOf(item["namespace"]) ?? "";
  const names = textsOf(item["controllerNames"]) ?? [];
  const containers = textsOf(item["containerNames"]) ?? [];
  return {
    ...(checks.length === 0 ? {} : { checks }),
    ...(namespace === "" ? {} : { namespace: { mode: "equals", text: namespace } }),
    ...(names.length === 0 ? {} : { names: names.map(prefix) }),
    ...(containers.length === 0 ? {} : { containers: containers.map(prefix) }),
  };
}

function prefix(text: string): TextMatch {
  return { mode: "prefix", text };
}

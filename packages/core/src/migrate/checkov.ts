import { SettingsReader } from "./settings-reader.ts";
import type { PeerSetting, SettingEffect, SettingsFile } from "./setting.ts";

const HANDLED = [
  "check",
  "skip-check",
  "skip-path",
  "soft-fail-on",
  "hard-fail-on",
  "framework",
  "skip-framework",
];

const COMMAND_LINE = "Say it on the command line: plimsoll check";
const REASONS: ReadonlyMap<string, string> = new Map([
  ["soft-fail", `${COMMAND_LINE} --fail-on never.`],
  ["output", `${COMMAND_LINE} --format.`],
  ["output-file-path", `${COMMAND_LINE} --output.`],
  ["directory", `${COMMAND_LINE} <folder>.`],
  ["file", `${COMMAND_LINE} <file>.`],
  ["baseline", `${COMMAND_LINE} --baseline FILE --update-baseline makes a baseline of ours.`],
  [
    "external-checks-dir",
    "Checks in Python and YAML of Checkov cannot be carried over; write your own rules in YAML.",
  ],
  ["external-checks-git", "Nothing is ever fetched; write your own rules in YAML."],
  ["compact", "Reports of Plimsoll have no such switch."],
  ["quiet", "Reports of Plimsoll have no such switch."],
]);

const SEVERITIES = new Set(["LOW", "MEDIUM", "HIGH", "CRITICAL", "INFO", "NONE"]);

/** Reads `.checkov.yaml`. */
export function readCheckov(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("checkov", file);
  readOnly(reader);
  reader.addEach(["skip-check"], (id) => checkEffect(id, "off"));
  reader.addEach(["soft-fail-on"], (id) => checkEffect(id, "info"));
  reader.addEach(["hard-fail-on"], (id) => checkEffect(id, "error"));
  reader.addEach(["skip-path"], excludeEffect);
  for (const key of ["framework", "skip-framework"]) {
    reader.addEach([key], (name) => ({ kind: "none", reason: frameworkReason(key, name) }));
  }
  reader.addRest(HANDLED, REASONS);
  return reader.settings;
}

/** With `check`, Checkov runs nothing else. */
function readOnly(reader: SettingsReader): void {
  const checks = reader.textsAt("check");
  const ids = checks.map(({ text }) => text).filter((id) => !SEVERITIES.has(id.toUpperCase()));
  if (ids.length > 0 && ids.length === checks.length)
    reader.add(["check"], `check: ${ids.join(", ")}`, { kind: "only", ids });
  else if (checks.length > 0)
    reader.add(["check"], "check: a severity", { kind: "none", reason: BY_SEVERITY });
}

const BY_SEVERITY =
  "Checkov's severities are not ours; say on the command line what fails: plimsoll check --fail-on.";

function checkEffect(id: string, state: "off" | "info" | "error"): SettingEffect {
  if (SEVERITIES.has(id.toUpperCase())) return { kind: "none", reason: BY_SEVERITY };
  return { kind: "check", id, state };
}

/** Checkov takes paths for regular expressions; one without their signs is a folder or a file. */
function excludeEffect(path: string): SettingEffect {
  if (/[\\^$*+?()[\]{}|]/.test(path))
    return { kind: "none", reason: "It is a regular expression; write a glob into files.exclude." };
  const bare = trimmed(path);
  return { kind: "exclude", globs: [bare, `${bare}/**`] };
}

function trimmed(path: string): string {
  const bare = path.startsWith("./") ? path.slice(2) : path;
  return bare.endsWith("/") ? bare.slice(0, -1) : bare;
}

function frameworkReason(key: string, name: string): string {
  if (name === "dockerfile" || name === "kubernetes" || name === "all") {
    return key === "framework"
      ? "Plimsoll checks Dockerfiles and Kubernetes objects wherever they are; leave files out with files.exclude."
      : "Leave such files out with files.exclude.";
  }
  return "Plimsoll checks Dockerfiles and Kubernetes objects only, charts and overlays as they are rendered.";
}

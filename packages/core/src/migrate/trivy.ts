import { dayBefore } from "../config/calendar.ts";
import { isRecord, listOf, textOf, textsOf } from "../config/plain-value.ts";
import { checkId } from "../peer/peer-tools.ts";
import { plainText, SettingsReader } from "./settings-reader.ts";
import type { PeerException, PeerSetting, SettingEffect, SettingsFile } from "./setting.ts";

const MAXIMUM_LINES = 100_000;

/** Reads `.trivyignore`: an id a line, with an optional `exp:` date; comments above an id are its reason. */
export function readTrivyIgnore({ path, text }: SettingsFile): readonly PeerSetting[] {
  const settings: PeerSetting[] = [];
  let comment: string[] = [];
  for (const [index, line] of text.split(/\r\n|\n|\r/, MAXIMUM_LINES).entries()) {
    const content = line.trim();
    if (content === "") comment = [];
    else if (content.startsWith("#")) comment.push(content.slice(1).trim());
    else {
      const statement = comment.filter((part) => part !== "").join(" ");
      settings.push({
        tool: "trivy",
        file: path,
        line: index + 1,
        words: content.slice(0, 100),
        effect: ignoreEffect(content, statement),
      });
    }
  }
  return settings;
}

function ignoreEffect(content: string, statement: string): SettingEffect {
  const [id = "", ...more] =
    content
      .split("#", 1)[0]
      ?.trim()
      .split(/[ \t]+/) ?? [];
  if (!isMisconfiguration(id)) return { kind: "none", reason: NOT_A_CHECK };
  const written = more.find((word) => word.startsWith("exp:"))?.slice("exp:".length);
  if (written === undefined) return { kind: "check", id, state: "off" };
  return exceptionUntil(written, { checks: [id], ...(statement === "" ? {} : { statement }) });
}

const NOT_A_CHECK = "Plimsoll judges Dockerfiles and Kubernetes objects; this is no check of those.";

/** Trivy lets an exception end when its date begins. */
function exceptionUntil(date: string, exception: PeerException): SettingEffect {
  const expires = dayBefore(date.slice(0, 10));
  if (expires === undefined) return { kind: "none", reason: `"${date.slice(0, 20)}" is not a date.` };
  return { kind: "exception", exception: { ...exception, expires } };
}

function isMisconfiguration(id: string): boolean {
  return /^(?:DS|KSV|KCV)-\d+$/.test(checkId("trivy", id));
}

const IGNORE_LISTS = ["misconfigurations", "vulnerabilities", "secrets", "licenses"];

/** Reads `.trivyignore.yaml`. */
export function readTrivyIgnoreYaml(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("trivy", file);
  for (const [index, item] of listOf(reader.valueAt("misconfigurations")).entries()) {
    if (!isRecord(item)) continue;
    const id = plainText(item["id"]) ?? "";
    reader.add(["misconfigurations", index], `misconfigurations: ${id}`, itemEffect(id, item));
  }
  for (const list of IGNORE_LISTS.slice(1)) {
    const { length } = listOf(reader.valueAt(list));
    if (length > 0) reader.add([list], `${list}: ${length}`, { kind: "none", reason: NOT_A_CHECK });
  }
  reader.addRest(IGNORE_LISTS, new Map());
  return reader.settings;
}

function itemEffect(id: string, item: Readonly<Record<string, unknown>>): SettingEffect {
  if (!isMisconfiguration(id)) return { kind: "none", reason: NOT_A_CHECK };
  const paths = textsOf(item["paths"]);
  const statement = textOf(item["statement"]);
  const date = plainText(item["expired_at"]);
  if (date === undefined && (paths === undefined || paths.length === 0))
    return { kind: "check", id, state: "off" };
  const exception: PeerException = {
    checks: [id],
    ...(paths === undefined || paths.length === 0 ? {} : { paths }),
    ...(statement === undefined ? {} : { statement }),
  };
  return date === undefined ? { kind: "exception", exception } : exceptionUntil(date, exception);
}

const REASONS: ReadonlyMap<string, string> = new Map([
  [
    "severity",
    "Trivy's severities are not ours; say on the command line what fails: plimsoll check --fail-on.",
  ],
  ["exit-code", "Say it on the command line: plimsoll check --fail-on."],
  ["format", "Say it on the command line: plimsoll check --format."],
  ["output", "Say it on the command line: plimsoll check --output."],
  ["ignore-policy", "A policy in Rego cannot be carried over; write waivers instead."],
  ["misconfiguration", "These settings are about how Trivy reads charts, Terraform and clouds."],
  ["rego", "Policies in Rego cannot be carried over; write your own rules in YAML."],
]);

/** Reads `trivy.yaml`. */
export function readTrivyConfiguration(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("trivy", file);
  const ignoreFile = textOf(reader.valueAt("ignorefile"));
  if (ignoreFile !== undefined)
    reader.add(["ignorefile"], `ignorefile: ${ignoreFile}`, { kind: "file", path: ignoreFile });
  reader.addEach(["scan", "skip-files"], (path) => ({ kind: "exclude", globs: [withoutDot(path)] }));
  reader.addEach(["scan", "skip-dirs"], (path) => ({ kind: "exclude", globs: [`${withoutDot(path)}/**`] }));
  for (const key of Object.keys(recordOf(reader.valueAt("scan")))) {
    if (key !== "skip-files" && key !== "skip-dirs")
      reader.add(["scan", key], `scan.${key}`, { kind: "none", reason: "Plimsoll has no such setting." });
  }
  reader.addRest(["ignorefile", "scan"], REASONS);
  return reader.settings;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function withoutDot(path: string): string {
  let from = 0;
  while (path.startsWith("./", from)) from += 2;
  const bare = path.slice(from);
  return bare.endsWith("/") ? bare.slice(0, -1) : bare;
}

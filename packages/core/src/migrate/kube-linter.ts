import { entryOf, isRecord, listOf, textOf } from "../config/plain-value.ts";
import { SettingsReader } from "./settings-reader.ts";
import type { PeerSetting, SettingEffect, SettingsFile } from "./setting.ts";

const METADATA_RULE = "kubernetes/required-metadata-set";

/** Built-in checks that our rule needs an option for. */
const METADATA_CHECKS: ReadonlyMap<string, readonly [option: string, key: string]> = new Map([
  ["required-label-owner", ["labels", "owner"]],
  ["required-annotation-email", ["annotations", "email"]],
]);

const METADATA_TEMPLATES: ReadonlyMap<string, string> = new Map([
  ["required-label", "labels"],
  ["required-annotation", "annotations"],
]);

/** What kube-linter calls `DeploymentLike`: the kinds that those built-in checks look at. */
const DEPLOYMENT_LIKE: readonly string[] = [
  "Deployment",
  "DaemonSet",
  "DeploymentConfig",
  "StatefulSet",
  "ReplicaSet",
  "Pod",
  "ReplicationController",
  "Job",
  "CronJob",
];

const LISTS = ["addAllBuiltIn", "doNotAutoAddDefaults", "include", "exclude", "ignorePaths"];

/** Reads `.kube-linter.yaml`. An excluded check is off although it is included. */
export function readKubeLinter(file: SettingsFile): readonly PeerSetting[] {
  const reader = new SettingsReader("kube-linter", file);
  const excluded = new Set(reader.textsAt("checks", "exclude").map(({ text }) => text));
  const addsAll = reader.valueAt("checks", "addAllBuiltIn") === true;
  readIncluded(reader, { excluded, addsAll });
  reader.addEach(["checks", "exclude"], (id) => ({ kind: "check", id, state: "off" }));
  reader.addEach(["checks", "ignorePaths"], (path) => ({ kind: "exclude", globs: ignoredGlobs(path) }));
  for (const key of keysOf(reader.valueAt("checks"))) {
    if (LISTS.includes(key)) continue;
    reader.add(["checks", key], `checks.${key}`, { kind: "none", reason: "Plimsoll has no such setting." });
  }
  readCustom(reader);
  limitKinds(reader, { excluded, addsAll });
  reader.addRest(["checks", "customChecks"], new Map());
  return reader.settings;
}

interface Including {
  readonly excluded: ReadonlySet<string>;
  readonly addsAll: boolean;
}

function readIncluded(reader: SettingsReader, { excluded, addsAll }: Including): void {
  const included = reader.textsAt("checks", "include").filter(({ text }) => !excluded.has(text));
  if (addsAll) {
    reader.add(["checks", "addAllBuiltIn"], "checks.addAllBuiltIn: true", {
      kind: "check",
      id: "*",
      state: "on",
    });
    for (const [id, option] of METADATA_CHECKS)
      if (!excluded.has(id))
        reader.add(["checks", "addAllBuiltIn"], `checks.addAllBuiltIn: ${id}`, metadata(option));
  } else if (reader.valueAt("checks", "doNotAutoAddDefaults") === true) {
    const ids = included.map(({ text }) => text);
    const words = `checks.doNotAutoAddDefaults: true, include: ${ids.join(", ") || "nothing"}`;
    reader.add(["checks", "doNotAutoAddDefaults"], words, { kind: "only", ids });
  }
  for (const { text, path } of included) {
    const option = METADATA_CHECKS.get(text);
    const effect: SettingEffect =
      option === undefined ? { kind: "check", id: text, state: "on" } : metadata(option);
    reader.add(path, `checks.include: ${text}`, effect);
  }
}

function metadata([option, key]: readonly [string, string]): SettingEffect {
  return { kind: "option", rule: METADATA_RULE, option, add: [key] };
}

/** kube-linter takes paths from the folder of the call; `~` and absolute ones lie outside of the workspace. */
function ignoredGlobs(path: string): readonly string[] {
  const bare = path.startsWith("./") ? path.slice(2) : path;
  if (bare.includes("*")) return [bare];
  return bare.endsWith("/") ? [`${bare}**`] : [bare, `${bare}/**`];
}

function readCustom(reader: SettingsReader): void {
  for (const [index, item] of listOf(reader.valueAt("customChecks")).entries()) {
    const name = textOf(entryOf(item, "name")) ?? "";
    const template = textOf(entryOf(item, "template")) ?? "";
    const option = METADATA_TEMPLATES.get(template);
    const key = textOf(entryOf(entryOf(item, "params"), "key"));
    const isPlain = option !== undefined && key !== undefined && key !== "";
    reader.add(
      ["customChecks", index],
      `customChecks: ${name} (${template})`,
      isPlain ? metadata([option, key]) : { kind: "none", reason: CUSTOM },
    );
  }
}

/**
 * Our rule asks for all labels on the same kinds. Where every check that asks for one looks at workloads only, so does the rule;
 * where one looks at all objects, the rule does, too.
 */
function limitKinds(reader: SettingsReader, { excluded, addsAll }: Including): void {
  const included = new Set(reader.textsAt("checks", "include").map(({ text }) => text));
  const builtIn = [...METADATA_CHECKS.keys()].filter(
    (id) => (addsAll || included.has(id)) && !excluded.has(id),
  );
  const custom = listOf(reader.valueAt("customChecks")).filter((item) =>
    METADATA_TEMPLATES.has(textOf(entryOf(item, "template")) ?? ""),
  );
  if (builtIn.length + custom.length === 0 || !custom.every(isForWorkloads)) return;
  const path = custom.length > 0 ? ["customChecks"] : ["checks", addsAll ? "addAllBuiltIn" : "include"];
  const words = [...builtIn, ...custom.map((item) => textOf(entryOf(item, "name")) ?? "")].join(", ");
  reader.add(path, `objectKinds of ${words}: DeploymentLike`, {
    kind: "option",
    rule: METADATA_RULE,
    option: "kinds",
    add: DEPLOYMENT_LIKE,
  });
}

function isForWorkloads(item: unknown): boolean {
  const kinds = listOf(entryOf(entryOf(item, "scope"), "objectKinds"));
  return kinds.length > 0 && kinds.every((kind) => textOf(kind) === "DeploymentLike");
}

const CUSTOM =
  "A check made from a template is not carried over; write your own rule in YAML, or set the options of ours.";

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { namesSecret } from "../../shared-credentials/secret-names.ts";
import { isWrittenOut, knownCredential } from "../../shared-credentials/secret-values.ts";
import { valueSpan } from "../../shared-objects/spans.ts";
import { at, isObject, text } from "../../shared-objects/values.ts";

interface Data {
  readonly map: string;
  readonly what: string;
}

/** Longer values are data, not configuration. */
const MAXIMUM_VALUE = 64 * 1024;

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/no-credentials-in-config-maps",
  title: "No credential is in a ConfigMap",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM022"],
  aliases: ["polaris:sensitiveConfigmapContent", "trivy:KSV-0109", "trivy:KSV-01010"],
  since: "0.1.0",
  kinds: ["/ConfigMap"],
  check,
  message: ({ data }) => `ConfigMap "${data.map}" holds ${data.what}.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  const values = at(resource.value, "data");
  if (!isObject(values)) return;
  for (const [key, entry] of Object.entries(values)) {
    const value = text(entry) ?? "";
    if (value.length > MAXIMUM_VALUE) continue;
    const what = credentialIn(key, value);
    if (what === undefined) continue;
    const data = { map: resource.name, what };
    yield {
      problem: "credential",
      at: valueSpan(resource.node, ["data", key]),
      subject: `data.${key}`,
      data,
    };
  }
}

/** The credential of a key, or of a line `NAME=value` or `name: value` in its value. */
function credentialIn(key: string, value: string): string | undefined {
  const isLine = !value.trim().includes("\n");
  if (isLine && namesSecret(key) && isWrittenOut(key, value)) return `the credential "${key}"`;
  const known = knownCredential(value);
  if (known !== undefined) return `${known} in "${key}"`;
  for (const line of value.split("\n")) {
    const name = settingIn(line);
    if (name !== undefined) return `the credential "${name}" in "${key}"`;
  }
  return undefined;
}

/** The name of a setting whose value is a credential that is written out; comments and code are not settings. */
function settingIn(line: string): string | undefined {
  const match = /^\s*(?:export\s+)?["']?([A-Za-z_][\w.-]{1,100})["']?\s?(=|:\s)\s?(\S{1,200})\s*$/.exec(
    line.slice(0, 400),
  );
  const [, name = "", , quoted = ""] = match ?? [];
  const value = quoted.replaceAll(/["',;]/g, "");
  return namesSecret(name) && isWrittenOut(name, value) ? name : undefined;
}

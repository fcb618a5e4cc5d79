import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { decodeBase64, isPlaceholder } from "../../shared-credentials/secret-values.ts";
import { valueSpan } from "../../shared-objects/spans.ts";
import { at, isObject } from "../../shared-objects/values.ts";

interface Data {
  readonly key: string;
  readonly secret: string;
}

export const rule: ResourceRule<Data> = defineRule<Data>({
  id: "kubernetes/secret-values-encrypted",
  title: "Values of Secrets are not in the repository in plain text",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM022"],
  aliases: ["checkov:CKV_SECRET_6"],
  since: "0.1.0",
  kinds: ["/Secret"],
  check,
  message: ({ data }) =>
    `Key "${data.key}" of Secret "${data.secret}" is in the repository for everyone to read.`,
});

function* check(resource: Resource): Iterable<Problem<Data>> {
  if (at(resource.value, "sops") !== undefined) return;
  for (const field of ["data", "stringData"]) {
    const values = at(resource.value, field);
    if (!isObject(values)) continue;
    for (const [key, value] of Object.entries(values)) {
      if (typeof value !== "string" || !isSecretValue(value, field)) continue;
      const span = valueSpan(resource.node, [field, key]);
      const data = { key, secret: resource.name };
      const weight = opensNothing(key) ? ({ severity: "warning", confidence: "low" } as const) : {};
      yield { problem: "plainText", at: span, subject: `${field}.${key}`, ...weight, data };
    }
  }
}

/** Names of keys whose values are half of a credential at most. */
const HARMLESS = [
  "user",
  "username",
  "login",
  "name",
  "host",
  "hostname",
  "address",
  "port",
  "url",
  "uri",
  "database",
  "region",
  "email",
];

function opensNothing(key: string): boolean {
  const lower = key.toLowerCase();
  return HARMLESS.some((word) => lower.endsWith(word));
}

/** A certificate without its key is public; a placeholder is filled in later. */
function isSecretValue(value: string, field: string): boolean {
  const plain = field === "data" ? (decodeBase64(value) ?? value) : value;
  if (isPlaceholder(value) || isPlaceholder(plain)) return false;
  return !(plain.includes("-----BEGIN CERTIFICATE-----") && !plain.includes("PRIVATE KEY-----"));
}

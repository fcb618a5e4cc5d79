import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { nearestName } from "../../shared-names/nearest.ts";

interface Data {
  readonly key: string;
  readonly meant: string | undefined;
}

function isAllowed(key: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => (one.endsWith("*") ? key.startsWith(one.slice(0, -1)) : key === one));
}

const OCI = "org.opencontainers.image.";
const OCI_KEYS = [
  "created",
  "authors",
  "url",
  "documentation",
  "source",
  "version",
  "revision",
  "vendor",
  "licenses",
  "ref.name",
  "title",
  "description",
  "base.name",
  "base.digest",
].map((name) => OCI + name);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/labels-known",
  title: "The image carries no label that nobody asked for",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF023"],
  aliases: ["hadolint:DL3050"],
  since: "0.1.0",
  options: {
    allowed: {
      description:
        "Labels that images may carry; a `*` at the end stands for any rest. Empty: any label, but none in the namespace of OCI that OCI does not define.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *check(file, { options }) {
    const allowed = Array.isArray(options["allowed"]) ? options["allowed"].map(String) : [];
    for (const { keyword, pairs } of file.instructions) {
      if (keyword !== "LABEL") continue;
      for (const { key, keySpan } of pairs) {
        if (key === "" || key.includes("$")) continue;
        if (allowed.length > 0 ? isAllowed(key, allowed) : !key.startsWith(OCI) || OCI_KEYS.includes(key))
          continue;
        const meant = nearestName(key, allowed.length > 0 ? allowed : OCI_KEYS, 2);
        yield { problem: "unknown", at: keySpan, data: { key, meant } };
      }
    }
  },
  message({ data: { key, meant } }) {
    return `Label "${key}" is not one that images may carry${meant === undefined ? "" : `; "${meant}" may be meant`}.`;
  },
  fix: ({ at, data: { key, meant } }, { text }) =>
    meant === undefined || meant.endsWith("*") || text.slice(at.start, at.end) !== key
      ? []
      : [
          {
            title: `Write ${meant}`,
            safety: "review",
            edits: [{ start: at.start, end: at.end, newText: meant }],
          },
        ],
});

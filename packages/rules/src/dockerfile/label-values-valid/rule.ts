import { defineRule, type DockerfileRule, type OptionValue } from "@plimsoll/core";
import { replaceSpan, resolveWord, type Word } from "@plimsoll/syntax";
import { correctedValue, FORMATS, type FormatName } from "../../shared-labels/formats.ts";

interface Data {
  readonly key: string;
  readonly text: string;
  readonly format: FormatName;
  readonly value: Word;
}

const OCI = "org.opencontainers.image.";
const DEFAULTS: Readonly<Record<string, FormatName>> = {
  [`${OCI}created`]: "rfc3339",
  [`${OCI}url`]: "url",
  [`${OCI}source`]: "url",
  [`${OCI}documentation`]: "url",
  [`${OCI}licenses`]: "spdx",
  [`${OCI}revision`]: "hash",
  [`${OCI}version`]: "semver",
};

/** By form the check of hadolint. */
const ALIASES: Readonly<Record<FormatName, string>> = {
  url: "hadolint:DL3052",
  rfc3339: "hadolint:DL3053",
  spdx: "hadolint:DL3054",
  hash: "hadolint:DL3055",
  semver: "hadolint:DL3056",
  email: "hadolint:DL3058",
};

function formatsOf(option: OptionValue | undefined): ReadonlyMap<string, FormatName> {
  const given = typeof option === "object" && option !== null && !Array.isArray(option) ? option : DEFAULTS;
  const formats = new Map<string, FormatName>();
  for (const [key, name] of Object.entries(given)) {
    const format = [...FORMATS.keys()].find((one) => one === name);
    if (format !== undefined) formats.set(key, format);
  }
  return formats;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/label-values-valid",
  title: "Values of labels have the form that their key asks for",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF023"],
  aliases: Object.values(ALIASES),
  since: "0.1.0",
  options: {
    formats: {
      description:
        "For each label the form of its value: `url`, `rfc3339`, `spdx`, `hash` (of git), `semver` or `email`.",
      schema: {
        type: "object",
        additionalProperties: { enum: ["url", "rfc3339", "spdx", "hash", "semver", "email"] },
      },
      default: DEFAULTS,
    },
  },
  *check(file, { options }) {
    const formats = formatsOf(options["formats"]);
    for (const instruction of file.instructions) {
      if (instruction.keyword !== "LABEL") continue;
      for (const { key, value } of instruction.pairs) {
        const format = formats.get(key);
        if (format === undefined || value === undefined) continue;
        const { text, unresolved, error } = resolveWord(file, instruction, value);
        // An empty value is for the rule on required labels to report.
        if (unresolved.length > 0 || error !== undefined || text.trim() === "") continue;
        if (FORMATS.get(format)?.holds(text) !== false) continue;
        yield {
          problem: format,
          at: value,
          subject: key,
          aliases: [ALIASES[format]],
          data: { key, text, format, value },
        };
      }
    }
  },
  message: ({ data: { key, text, format } }) =>
    `Label "${key}" must be ${FORMATS.get(format)?.title ?? format}, which "${text}" is not.`,
  fix({ data: { text, format, value } }) {
    const better = correctedValue(format, text);
    const at = value.raw === value.text ? value.raw.indexOf(text) : -1;
    if (better === undefined || at === -1) return [];
    const start = value.start + at;
    return [
      {
        title: `Write ${better}`,
        safety: "review",
        edits: [replaceSpan({ start, end: start + text.length }, better)],
      },
    ];
  },
});

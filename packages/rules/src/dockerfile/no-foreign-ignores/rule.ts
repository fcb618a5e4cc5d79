import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Span } from "@plimsoll/syntax";

interface Data {
  readonly tool: string;
}

/** How other tools are told to pass over something. */
const PRAGMAS: readonly (readonly [string, RegExp])[] = [
  ["hadolint", /^\s*hadolint\s+(?:(?:global|stage)\s+)?ignore\s*=/],
  ["Trivy", /^\s*(?:trivy|tfsec):ignore:/],
  ["Checkov", /^\s*(?:checkov|bridgecrew):skip\s*=/],
  ["KICS", /^\s*kics-scan\s+(?:ignore|disable)/],
  ["ShellCheck", /^\s*shellcheck\s+disable\s*=/],
];

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/no-foreign-ignores",
  title: "No comment switches the checks of another tool off",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL1001"],
  since: "0.1.0",
  *check(file) {
    for (const { start, end, text } of file.comments) {
      const head = text.slice(0, 200);
      const found = PRAGMAS.find(([, pattern]) => pattern.test(head));
      if (found !== undefined) yield { problem: "pragma", at: { start, end }, data: { tool: found[0] } };
    }
    for (const { name, value, start, end } of file.directives) {
      const at: Span = { start, end };
      if (name === "check" && /(?:^|;)\s*skip\s*=/.test(value.slice(0, 1000)))
        yield { problem: "pragma", at, data: { tool: "BuildKit" } };
    }
  },
  message: ({ data: { tool } }) =>
    `Comment switches checks of ${tool} off without approval and end: record a waiver, or remove it.`,
});

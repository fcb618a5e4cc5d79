import type { Command } from "../command.ts";
import { CONFIG, PROFILE } from "./shared-options.ts";

export const rulesSpec: Command = {
  name: "rules",
  summary: "List the rules.",
  operands: "",
  options: [
    PROFILE,
    CONFIG,
    {
      name: "compare",
      value: "TOOL",
      help: "Which checks of another tool the rules stand for: hadolint, trivy, checkov, kube-linter, kubescape, kube-score or polaris.",
    },
    {
      name: "format",
      value: "FORMAT",
      help: "table (default) or json; with --compare also markdown.",
    },
  ],
  maximumOperands: 0,
  examples: [
    ["plimsoll rules --profile pss-baseline", "Rules and severities under a profile."],
    ["plimsoll rules --compare hadolint", "What becomes of each check of hadolint."],
  ],
};

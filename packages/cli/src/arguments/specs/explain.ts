import type { Command } from "../command.ts";

export const explainSpec: Command = {
  name: "explain",
  summary: "Explain a rule, a requirement, or another tool's check.",
  operands: "<rule | requirement | alias>",
  options: [],
  minimumOperands: 1,
  maximumOperands: 1,
  examples: [
    [
      "plimsoll explain kubernetes/containers-not-privileged",
      "What a rule asks, why, and how to satisfy it.",
    ],
    ["plimsoll explain DL3007", "The rules that stand for a check of another tool."],
  ],
};

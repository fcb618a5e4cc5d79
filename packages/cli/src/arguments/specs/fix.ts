import type { Command } from "../command.ts";
import { CONFIG, PROFILE, KUBERNETES } from "./shared-options.ts";

export const fixSpec: Command = {
  name: "fix",
  summary: "Make the fixes that findings offer.",
  operands: "[paths…]",
  options: [
    { name: "dry-run", help: "Print what would change as a unified diff, and change nothing." },
    { name: "review", help: "Also make fixes that change behaviour and want a person's look." },
    { name: "rule", value: "ID", repeatable: true, help: "Only fixes of this rule." },
    PROFILE,
    CONFIG,
    KUBERNETES,
  ],
  notes: [
    "Exit codes: 0 done (or nothing to do), 1 with --dry-run when something would change, 2 a file could not be written.",
  ],
  examples: [
    ["plimsoll fix --dry-run", "See what the safe fixes would change."],
    [
      "plimsoll fix deploy --review --rule dockerfile/base-image-pinned-by-digest",
      "Make all fixes of one rule.",
    ],
  ],
};

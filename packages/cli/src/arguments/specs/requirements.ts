import type { Command } from "../command.ts";
import { CONFIG, PROFILE } from "./shared-options.ts";

export const requirementsSpec: Command = {
  name: "requirements",
  summary: "Show which requirements of the reference design are covered by which rules.",
  operands: "",
  options: [PROFILE, CONFIG, { name: "format", value: "FORMAT", help: "table (default), json or markdown." }],
  maximumOperands: 0,
  examples: [["plimsoll requirements --format markdown", "The coverage matrix for a document."]],
};

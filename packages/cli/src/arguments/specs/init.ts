import type { Command } from "../command.ts";

export const initSpec: Command = {
  name: "init",
  summary: "Write a plimsoll.yaml that fits this repository.",
  operands: "[folder]",
  options: [],
  maximumOperands: 1,
  examples: [["plimsoll init", "Look at the files here and write plimsoll.yaml. An existing one is kept."]],
};

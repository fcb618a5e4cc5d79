import { defineRule, type CelRule } from "@plimsoll/core";
import { withoutSudo } from "../../shared-commands/sudo-fix.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/entrypoint-without-sudo",
  title: "Containers do not start through sudo",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM005"],
  aliases: ["kubescape:C-0062"],
  since: "0.1.0",
  each: "containers.command",
  require:
    'item == "" || !(type(item) == string && item.split("/")[item.split("/").size() - 1].split(" ")[0] == "sudo")',
  problem: "sudo",
  at: [""],
  message: 'Container "{name}" starts through sudo.',
  fix: withoutSudo,
  also: [
    {
      each: "containers.args",
      require:
        'item == "" || !(type(item) == string && item.split("/")[item.split("/").size() - 1].split(" ")[0] == "sudo")',
      problem: "sudo",
      at: [""],
      message: 'Container "{name}" passes sudo as an argument.',
      fix: withoutSudo,
    },
  ],
});

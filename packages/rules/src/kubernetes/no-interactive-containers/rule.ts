import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-interactive-containers",
  title: "Containers hold no terminal open",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM027"],
  aliases: ["gatekeeper:disallowinteractive"],
  since: "0.1.0",
  each: "containers",
  when: 'containerType != "ephemeralContainers"',
  require: "container.?tty.orValue(false) != true",
  problem: "tty",
  at: ["tty"],
  message: 'Container "{name}" holds a terminal open, for somebody to attach to.',
  fix: { title: "Remove tty", safety: "review", remove: ["tty"] },
  also: [
    {
      each: "containers",
      when: 'containerType != "ephemeralContainers"',
      require: "container.?stdin.orValue(false) != true",
      problem: "stdin",
      at: ["stdin"],
      message: 'Container "{name}" keeps its standard input open, for somebody to attach to.',
      fix: { title: "Remove stdin", safety: "review", remove: ["stdin"] },
    },
  ],
});

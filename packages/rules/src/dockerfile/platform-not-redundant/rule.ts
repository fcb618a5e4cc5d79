import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { unquote, type Flag, type Stage } from "@plimsoll/syntax";
import { removeWord } from "../../shared-commands/flags.ts";

interface Data {
  readonly stage: Stage;
  readonly flag: Flag;
}

const DEFAULTS = new Set(["$TARGETPLATFORM", "${TARGETPLATFORM}"]);

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/platform-not-redundant",
  title: "The platform of FROM says something",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["hadolint:DL3065", "buildkit:RedundantTargetPlatform"],
  since: "0.1.0",
  *check(file) {
    for (const stage of file.stages) {
      const flag = stage.from.flags.find(({ name }) => name === "platform");
      if (flag?.value === undefined || !DEFAULTS.has(unquote(flag.value, file.escape))) continue;
      yield { problem: "redundant", at: flag, subject: stage.from.body.text, data: { stage, flag } };
    }
  },
  message: () => "Platform is the one that FROM takes anyhow: leave the flag out.",
  fix: ({ data: { stage, flag } }, file) => [
    { title: "Remove --platform", safety: "safe", edits: [removeWord(file, stage.from.keywordSpan, flag)] },
  ],
});

import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { stageChain, type Stage } from "@plimsoll/syntax";
import { commandsOf, type Command } from "../../shared-commands/commands.ts";

interface Uses {
  readonly curl: Command[];
  readonly wget: Command[];
}

interface Data {
  readonly name: string;
  readonly other: string;
}

function usesOf({ instructions }: Stage): Uses {
  const uses: Uses = { curl: [], wget: [] };
  for (const instruction of instructions) {
    for (const command of instruction.keyword === "RUN" ? commandsOf(instruction) : []) {
      if (command.name === "curl" || command.name === "wget") uses[command.name].push(command);
    }
  }
  return uses;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/one-downloader",
  title: "A stage downloads with one program",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF020"],
  aliases: ["hadolint:DL4001", "trivy:DS-0014", "kics:run_using_wget_and_curl"],
  since: "0.1.0",
  *check(file) {
    const inherited = new Map<Stage, { readonly curl: boolean; readonly wget: boolean }>();
    for (const stage of file.stages) {
      const { curl, wget } = usesOf(stage);
      const below = inherited.get(stageChain(stage)[1] ?? stage) ?? { curl: false, wget: false };
      inherited.set(stage, { curl: below.curl || curl.length > 0, wget: below.wget || wget.length > 0 });
      // The program that the stage uses less is the one to go; what a stage below uses is there anyhow.
      const wgetGoes = wget.length > 0 && (curl.length > 0 ? wget.length <= curl.length : below.curl);
      const [first] = wgetGoes ? wget : curl;
      const isBoth = wgetGoes || (curl.length > 0 && (wget.length > 0 || below.wget));
      if (!isBoth || first?.nameWord === undefined) continue;
      const data = wgetGoes ? { name: "wget", other: "curl" } : { name: "curl", other: "wget" };
      yield { problem: "both", at: first.nameWord, subject: `${stage.index} ${data.name}`, data };
    }
  },
  message: ({ data: { name, other } }) =>
    `Program "${name}" downloads here, although this stage has "${other}" for it.`,
});

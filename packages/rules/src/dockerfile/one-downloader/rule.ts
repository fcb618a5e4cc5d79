import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Stage } from "@plimsoll/syntax";
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

interface Inherited {
  readonly curl: boolean;
  readonly wget: boolean;
}

/** The first use of the program to go: the one that the stage uses less. What a stage below uses is there anyhow. */
function needless({ curl, wget }: Uses, below: Inherited): Command | undefined {
  if (curl.length > 0 && wget.length > 0) return wget.length <= curl.length ? wget[0] : curl[0];
  if (wget.length > 0) return below.curl ? wget[0] : undefined;
  return below.wget ? curl[0] : undefined;
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
    const inherited = new Map<Stage, Inherited>();
    for (const stage of file.stages) {
      const uses = usesOf(stage);
      const below = (stage.base.kind === "stage" ? inherited.get(stage.base.stage) : undefined) ?? {
        curl: false,
        wget: false,
      };
      inherited.set(stage, {
        curl: below.curl || uses.curl.length > 0,
        wget: below.wget || uses.wget.length > 0,
      });
      const first = needless(uses, below);
      if (first?.nameWord === undefined) continue;
      const data = first.name === "wget" ? { name: "wget", other: "curl" } : { name: "curl", other: "wget" };
      yield { problem: "both", at: first.nameWord, subject: `${stage.index} ${data.name}`, data };
    }
  },
  message: ({ data: { name, other } }) =>
    `Program "${name}" downloads here, although this stage has "${other}" for it.`,
});

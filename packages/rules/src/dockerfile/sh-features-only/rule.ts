import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile, TextEdit } from "@plimsoll/syntax";
import { dialectOf } from "../../shared-shell/dialect.ts";
import { bashFeatures } from "../../shared-shell/bash-features.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly what: string;
  readonly edits: readonly TextEdit[];
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { instruction, script } of runScripts(file)) {
    if (script.form !== "shell") continue;
    const dialect = dialectOf(file, instruction, script.shell.name);
    if (dialect === "bash") continue;
    for (const { what, at, inAsh, edits } of bashFeatures(script, file.text)) {
      if (dialect === "ash" && inAsh) continue;
      const confidence = dialect === "unknown" ? ("medium" as const) : ("high" as const);
      yield {
        problem: "notInSh",
        at,
        subject: `${what} ${file.text.slice(at.start, at.end)}`.slice(0, 200),
        confidence,
        data: { what, edits },
      };
    }
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/sh-features-only",
  title: "Scripts for sh use what sh has",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: [
    "shellcheck:SC2039",
    "shellcheck:SC2112",
    "shellcheck:SC2113",
    "shellcheck:SC3001",
    "shellcheck:SC3003",
    "shellcheck:SC3004",
    "shellcheck:SC3005",
    "shellcheck:SC3008",
    "shellcheck:SC3009",
    "shellcheck:SC3010",
    "shellcheck:SC3011",
    "shellcheck:SC3014",
    "shellcheck:SC3020",
    "shellcheck:SC3024",
    "shellcheck:SC3030",
    "shellcheck:SC3037",
    "shellcheck:SC3040",
    "shellcheck:SC3044",
    "shellcheck:SC3046",
    "shellcheck:SC3051",
    "shellcheck:SC3053",
    "shellcheck:SC3057",
    "shellcheck:SC3059",
    "shellcheck:SC3060",
  ],
  since: "0.1.0",
  check,
  message: ({ data: { what } }) =>
    `Bash has ${what}, but sh of this image does not: name bash with SHELL, or write it otherwise.`,
  fix: ({ data: { edits } }) =>
    edits.length === 0 ? [] : [{ title: "Write it for sh", safety: "review", edits }],
});

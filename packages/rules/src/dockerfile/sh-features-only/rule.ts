import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import type { Dockerfile, TextEdit } from "@plimsoll/syntax";
import { dialectOf, type Dialect } from "../../shared-shell/dialect.ts";
import { bashFeatures, FEATURE_CHECKS } from "../../shared-shell/bash-features.ts";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly what: string;
  readonly edits: readonly TextEdit[];
}

/** The check that older versions of ShellCheck had for all of them. */
const UMBRELLA = "shellcheck:SC2039";

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { instruction, script } of runScripts(file)) {
    if (script.form !== "shell") continue;
    let dialect: Dialect | undefined;
    for (const { what, at, inAsh, checks, edits } of bashFeatures(script, file.text)) {
      dialect ??= dialectOf(file, instruction, script.shell.name);
      if (dialect === "bash") break;
      if (dialect === "ash" && inAsh) continue;
      const confidence = dialect === "unknown" ? ("medium" as const) : ("high" as const);
      const subject = `${what} ${file.text.slice(at.start, at.end)}`.slice(0, 200);
      const aliases = [UMBRELLA, ...checks];
      yield { problem: "notInSh", at, subject, confidence, aliases, data: { what, edits } };
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
  aliases: [...new Set([UMBRELLA, ...FEATURE_CHECKS])],
  since: "0.1.0",
  check,
  message: ({ data: { what } }) =>
    `Bash has ${what}, but sh of this image does not: name bash with SHELL, or write it otherwise.`,
  fix: ({ data: { edits } }) =>
    edits.length === 0 ? [] : [{ title: "Write it for sh", safety: "review", edits }],
});

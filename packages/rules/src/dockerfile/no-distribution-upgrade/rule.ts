import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Span } from "@plimsoll/syntax";
import { commandsOf, packageSteps, runsOf, type PackageStep } from "../../shared-commands/commands.ts";
import { aliasesOfManager } from "../../shared-packages/aliases.ts";

const DISTRIBUTION = new Set(["apt", "apk", "yum", "dnf", "microdnf", "tdnf", "zypper"]);

/** True where the command upgrades whatever is installed. */
function upgradesAll({ manager, action, packages, flags, subcommand }: PackageStep): boolean {
  if (!DISTRIBUTION.has(manager) || packages.length > 0) return false;
  // `apk fix` mends, and a download alone changes nothing.
  if (
    subcommand?.value === "fix" ||
    flags.some(({ value }) => value === "--download-only" || value === "--downloadonly")
  )
    return false;
  return action === "upgrade";
}

/** `pacman -Syu` without packages: its letters are the operation. */
function pacmanUpgrade(words: readonly { readonly value: string }[]): boolean {
  const operation = words.find(({ value }) => /^-[A-Za-z]*S/.test(value));
  const packages = words.filter(({ value }) => !value.startsWith("-"));
  return operation !== undefined && operation.value.includes("u") && packages.length === 0;
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-distribution-upgrade",
  title: "The build does not upgrade the whole distribution",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: ["hadolint:DL3005", "hadolint:DL3035", "trivy:DS-0024", "dockle:DKL-DI-0003"],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "all")) {
      for (const step of packageSteps(run)) {
        if (!upgradesAll(step)) continue;
        const at: Span = step.subcommand ?? step.command;
        yield {
          problem: "upgrade",
          at,
          subject: run.body.text,
          aliases: aliasesOfManager(rule.aliases, step.manager, "upgraded"),
          data: `${step.manager} ${step.subcommand?.value ?? ""}`,
        };
      }
      for (const { name, nameWord, words } of commandsOf(run)) {
        if (name !== "pacman" || nameWord === undefined || !pacmanUpgrade(words)) continue;
        yield { problem: "upgrade", at: nameWord, subject: run.body.text, aliases: [], data: "pacman" };
      }
    }
  },
  message: ({ data }) =>
    `"${data.trim()}" upgrades everything to whatever is current at build time: take a newer base image.`,
});

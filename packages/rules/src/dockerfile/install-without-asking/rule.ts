import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { packageSteps, runsOf, type PackageStep } from "../../shared-commands/commands.ts";
import { addArgumentAfter, addArgumentBefore, isPlainText } from "../../shared-commands/arguments.ts";
import { asksBack } from "../../shared-packages/questions.ts";

/** By manager the checks of other tools. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ["apt", ["hadolint:DL3014", "trivy:DS-0021", "kics:apt_get_missing_flags_to_avoid_manual_input"]],
  ["yum", ["hadolint:DL3030", "kics:yum_install_allows_manual_input"]],
  ["zypper", ["hadolint:DL3034", "kics:missing_zypper_non_interactive_switch"]],
  ["dnf", ["hadolint:DL3038", "kics:missing_flag_from_dnf_install"]],
  ["microdnf", ["hadolint:DL3038", "kics:missing_flag_from_dnf_install"]],
]);

export const rule: DockerfileRule<PackageStep> = defineRule({
  id: "dockerfile/install-without-asking",
  title: "Package managers ask nothing",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF014"],
  aliases: [...new Set([...ALIASES.values()].flat())],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "all")) {
      for (const step of packageSteps(run)) {
        if (step.subcommand === undefined || !asksBack(step)) continue;
        const subject = `${step.subcommand.value} ${step.packages.map(({ name }) => name).join(" ")}`;
        const aliases = ALIASES.get(step.manager) ?? [];
        yield { problem: "asks", at: step.subcommand, subject, aliases, data: step };
      }
    }
  },
  message: ({ data: { manager, subcommand } }) =>
    `Command "${manager} ${subcommand?.value ?? ""}" asks before it acts, and nobody is there to answer.`,
  fix({ data: { manager, subcommand, instruction, command } }) {
    const at = { instruction, shell: command };
    if (subcommand === undefined || !isPlainText(at)) return [];
    if (manager === "zypper") {
      const edit = addArgumentBefore(at, subcommand, "--non-interactive");
      return [{ title: "Add --non-interactive", safety: "safe", edits: [edit] }];
    }
    return [{ title: "Add -y", safety: "safe", edits: [addArgumentAfter(at, subcommand, "-y")] }];
  },
});

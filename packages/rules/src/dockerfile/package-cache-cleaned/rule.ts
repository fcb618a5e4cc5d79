import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { insertWordAfter, shellOf, type Instruction, type TextEdit } from "@plimsoll/syntax";
import { runsOf, type PackageStep } from "../../shared-commands/commands.ts";
import { aliasesOfManager } from "../../shared-packages/aliases.ts";
import { CACHE_HABITS, leavesCache, type CacheHabit } from "../../shared-packages/caches.ts";

interface Data {
  readonly step: PackageStep;
  readonly habit: CacheHabit;
}

/** True where a command added at the end of the RUN runs after everything else went well. */
function canAppend(run: Instruction): boolean {
  const script = shellOf(run);
  if (run.form !== "shell" || run.heredocs.length > 0 || script.kind !== "script") return false;
  if (script.problems.length > 0 || /[;&|#\\`{}()]\s*$/.test(run.body.text)) return false;
  // After `a || b`, a loop or a condition, `&& c` would belong to their last part only.
  return (
    script.commands.every(
      ({ operatorBefore, background, origin, inSubshell }) =>
        origin !== "script" || (operatorBefore !== "||" && !background && !inSubshell),
    ) && !/(^|[;\s])(if|for|while|until|case)\s/.test(run.body.text)
  );
}

function appendCommand(run: Instruction, command: string): TextEdit {
  return insertWordAfter(run.body, `&& ${command}`);
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/package-cache-cleaned",
  title: "Package managers leave no cache in a layer",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF021"],
  aliases: [
    "hadolint:DL3009",
    "hadolint:DL3019",
    "hadolint:DL3032",
    "hadolint:DL3036",
    "hadolint:DL3040",

    "hadolint:DL3042",
    "hadolint:DL3060",
    "trivy:DS-0015",
    "trivy:DS-0019",
    "trivy:DS-0020",
    "trivy:DS-0025",

    "trivy:DS-0027",
    "kics:apk_add_using_local_cache_path",
    "kics:apt_get_install_lists_were_not_deleted",

    "kics:missing_dnf_clean_all",
    "kics:missing_zypper_clean",
    "kics:pip_install_keeping_cached_packages",
    "kics:yum_clean_all_missing",
    "dockle:DKL-DI-0004",
    "dockle:DKL-DI-0005",
  ],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    for (const run of runsOf(file, "final")) {
      for (const habit of CACHE_HABITS) {
        const step = leavesCache(file, run, habit);
        if (step === undefined) continue;
        const at = step.subcommand ?? step.command;
        yield {
          problem: "cacheLeft",
          at,
          subject: `${step.manager} ${run.body.text}`,
          aliases: aliasesOfManager(rule.aliases, step.manager, "cleaned"),
          data: { step, habit },
        };
      }
    }
  },
  message({ data: { step, habit } }) {
    const remedy = "flag" in habit.remedy ? habit.remedy.flag : habit.remedy.command;
    return `Layer keeps ${habit.leaves} of ${step.manager}: add "${remedy}".`;
  },
  fix({ data: { step, habit } }) {
    const { remedy } = habit;
    if ("flag" in remedy) {
      const word = step.subcommand;
      if (word === undefined || step.instruction.form === "json") return [];
      return [{ title: `Add ${remedy.flag}`, safety: "safe", edits: [insertWordAfter(word, remedy.flag)] }];
    }
    if (!canAppend(step.instruction)) return [];
    const edits = [appendCommand(step.instruction, remedy.command)];
    return [{ title: `Add ${remedy.command}`, safety: "review", edits }];
  },
});

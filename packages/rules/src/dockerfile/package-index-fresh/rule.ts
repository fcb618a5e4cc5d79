import { defineRule, type DockerfileRule, type Problem, type ProposedFix } from "@plimsoll/core";
import { replaceSpan, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { runsOf } from "../../shared-commands/commands.ts";
import { indexUses, type IndexUse } from "../../shared-packages/index-uses.ts";
import { sharesLayers } from "../../shared-stages/final-image.ts";

interface Data {
  readonly use: IndexUse;
  /** The RUN that installs by the index of an earlier layer. */
  readonly install: Instruction;
}

/** The updates of a RUN that no later command of it uses. */
function loneUpdates(run: Instruction): readonly IndexUse[] {
  const uses = indexUses(run);
  return uses.filter(
    (one, index) =>
      one.kind === "update" &&
      !uses.slice(index + 1).some(({ kind, manager }) => manager === one.manager && kind !== "update"),
  );
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  const runs = runsOf(file, "all");
  for (const run of runs) {
    if (run.flags.some(({ name, value }) => name === "mount" && value?.text.includes("cache") === true))
      continue;
    for (const use of loneUpdates(run)) {
      const installs = runs.filter(
        (other) =>
          other !== run &&
          sharesLayers(file, run, other) &&
          indexUses(other).some(({ kind, manager }) => kind === "install" && manager === use.manager),
      );
      const install = installs.find(({ index }) => index > run.index) ?? installs[0];
      if (install === undefined) continue;
      const related = [{ at: install.keywordSpan, message: "This installs by the index of another layer." }];
      yield { problem: "updateAlone", at: use.at, subject: run.body.text, related, data: { use, install } };
    }
  }
}

function isPlain({ form, flags, heredocs, line, extent }: Instruction, text: string): boolean {
  return (
    form === "shell" &&
    flags.length === 0 &&
    heredocs.length === 0 &&
    line.text.length > 0 &&
    !text.slice(extent.start, extent.end).includes("#")
  );
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/package-index-fresh",
  title: "Packages are installed by an index of the same layer",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF021"],
  aliases: ["trivy:DS-0017", "checkov:CKV_DOCKER_5", "kics:update_instruction_alone", "dockle:CIS-DI-0007"],
  since: "0.1.0",
  check,
  message: ({ data: { use } }) =>
    `Index of ${use.manager} is refreshed in a layer of its own, which the builder keeps while the repository moves on.`,
  fix({ data: { use, install } }, file): readonly ProposedFix[] {
    const run = runsOf(file, "all").find(({ start, end }) => start <= use.at.start && use.at.end <= end);
    if (run === undefined || install.index !== run.index + 1) return [];
    if (!isPlain(run, file.text) || !isPlain(install, file.text)) return [];
    const gap = { start: run.body.end, end: install.body.start };
    if (file.text.slice(gap.start, install.start).includes("#")) return [];
    const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
    const edits = [replaceSpan(gap, ` ${file.escape}${lineBreak} && `)];
    return [{ title: "Join it with the RUN that installs", safety: "review", edits }];
  },
});

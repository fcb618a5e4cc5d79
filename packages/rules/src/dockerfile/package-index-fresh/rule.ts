import { defineRule, type DockerfileRule, type Problem, type ProposedFix } from "@plimsoll/core";
import { lineBreakOf, replaceSpan, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { runsOf } from "../../shared-commands/commands.ts";
import { indexUses, type IndexUse } from "../../shared-packages/index-uses.ts";
import { sharesLayers } from "../../shared-stages/final-image.ts";

interface Data {
  readonly manager: string;
  /** The RUN that refreshes the index and does nothing by it. */
  readonly update: Instruction;
  /** The RUN that installs by the index of that earlier layer; undefined where the installs come before it. */
  readonly install: Instruction | undefined;
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
  const reported = new Set<IndexUse>();
  for (const update of runsOf(file, "all")) {
    if (hasCacheMount(update)) continue;
    for (const lone of loneUpdates(update)) {
      const installs = installsBy(file, update, lone.manager);
      const later = installs.find(({ run }) => run.index > update.index);
      if (later === undefined && installs.length > 0) yield aloneProblem(update, lone);
      if (later === undefined || reported.has(later.use)) continue;
      reported.add(later.use);
      yield staleProblem(update, lone, later);
    }
  }
}

function aloneProblem(update: Instruction, { at, manager }: IndexUse): Problem<Data> {
  return {
    problem: "updateAlone",
    at,
    subject: update.body.text,
    data: { manager, update, install: undefined },
  };
}

function staleProblem(update: Instruction, lone: IndexUse, { run, use }: Install): Problem<Data> {
  const related = [{ at: lone.at, message: `The index of ${lone.manager} is refreshed here.` }];
  const data = { manager: lone.manager, update, install: run };
  return { problem: "staleIndex", at: use.at, subject: run.body.text, related, data };
}

interface Install {
  readonly run: Instruction;
  readonly use: IndexUse;
}

/** What other RUN of the same layers install by the index that this one refreshes. */
function installsBy(file: Dockerfile, update: Instruction, manager: string): readonly Install[] {
  return runsOf(file, "all").flatMap((run) => {
    if (run === update || !sharesLayers(file, update, run)) return [];
    const uses = indexUses(run);
    const use = uses.find((one) => one.manager === manager && one.kind === "install");
    if (use === undefined) return [];
    // An install after a refresh of its own does not use the old index.
    const first = uses.find((one) => one.manager === manager);
    return first?.kind === "update" && run.index > update.index ? [] : [{ run, use }];
  });
}

function hasCacheMount({ flags }: Instruction): boolean {
  return flags.some(({ name, value }) => name === "mount" && value?.text.includes("cache") === true);
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
  message: ({ problem, data: { manager } }) =>
    problem === "staleIndex"
      ? `Packages are installed by the index of an earlier layer, which the builder keeps while the repository of ${manager} moves on.`
      : `Index of ${manager} is refreshed in a layer of its own, where nothing is installed by it.`,
  fix({ data: { update, install } }, file): readonly ProposedFix[] {
    if (install === undefined || install.index !== update.index + 1) return [];
    if (!isPlain(update, file.text) || !isPlain(install, file.text)) return [];
    const gap = { start: update.body.end, end: install.body.start };
    if (file.text.slice(gap.start, install.start).includes("#")) return [];
    const edits = [replaceSpan(gap, ` ${file.escape}${lineBreakOf(file.text)} && `)];
    return [{ title: "Join it with the RUN that refreshes the index", safety: "review", edits }];
  },
});

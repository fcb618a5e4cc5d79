import { defineRule, type DockerfileRule, type Problem, type ProposedFix } from "@plimsoll/core";
import { lineBreakOf, replaceSpan, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { runsOf } from "../../shared-commands/commands.ts";
import { StageTable } from "../../shared-stages/stage-table.ts";
import { indexUses, type IndexUse } from "../../shared-packages/index-uses.ts";

interface Data {
  readonly manager: string;
  /** The RUN that refreshes the index and does nothing by it. */
  readonly update: Instruction;
  /** The RUN that installs by the index of that earlier layer; undefined where the installs come before it. */
  readonly install: Instruction | undefined;
}

interface Install {
  readonly run: Instruction;
  readonly use: IndexUse;
}

/** The updates of a RUN that no later command of it uses. */
function loneUpdates(uses: readonly IndexUse[]): readonly IndexUse[] {
  const lastUse = new Map<string, number>();
  for (const [index, { kind, manager }] of uses.entries()) if (kind !== "update") lastUse.set(manager, index);
  return uses.filter(({ kind, manager }, index) => kind === "update" && (lastUse.get(manager) ?? -1) < index);
}

/** Goes through the RUNs from the last to the first, so that the next install by each index is known without looking. */
function* check(file: Dockerfile): Iterable<Problem<Data>> {
  const runs = runsOf(file, "all").map((run) => ({ run, uses: indexUses(run) }));
  const installing = new StageTable<true>(file);
  for (const { run, uses } of runs) {
    for (const { kind, manager } of uses) if (kind === "install") installing.set(run.stage, manager, true);
  }
  const next = new StageTable<Install>(file);
  const reported = new Set<IndexUse>();
  const problems: Problem<Data>[] = [];
  for (const { run, uses } of runs.toReversed()) {
    for (const lone of hasCacheMount(run) ? [] : loneUpdates(uses)) {
      const later = next.get(run.stage, lone.manager);
      if (later === undefined && installing.inChain(run.stage, lone.manager))
        problems.push(aloneProblem(run, lone));
      if (later === undefined || reported.has(later.use)) continue;
      reported.add(later.use);
      problems.push(staleProblem(run, lone, later));
    }
    for (const use of staleInstalls(uses)) next.setChain(run.stage, use.manager, { run, use });
  }
  yield* problems.reverse();
}

/** The installs of a RUN that no refresh of its own stands before. */
function staleInstalls(uses: readonly IndexUse[]): readonly IndexUse[] {
  const seen = new Set<string>();
  return uses.filter(({ kind, manager }) => {
    const isFirst = !seen.has(manager);
    seen.add(manager);
    return isFirst && kind === "install";
  });
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

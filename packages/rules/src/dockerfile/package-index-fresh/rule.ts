import { defineRule, type DockerfileRule, type Problem, type ProposedFix } from "@plimsoll/core";
import { lineBreakOf, replaceSpan, stageChain, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { runsOf } from "../../shared-commands/commands.ts";
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
  const installing = new Set(
    runs.flatMap(({ run, uses }) => uses.filter(isInstall).map((use) => keyOf(run.stage, use))),
  );
  const next = new Map<string, Install>();
  const reported = new Set<IndexUse>();
  const problems: Problem<Data>[] = [];
  for (const { run, uses } of runs.toReversed()) {
    for (const lone of hasCacheMount(run) ? [] : loneUpdates(uses)) {
      const later = next.get(keyOf(run.stage, lone));
      if (later === undefined) {
        const isUsed = chainOf(file, run).some((stage) => installing.has(keyOf(stage, lone)));
        if (isUsed) problems.push(aloneProblem(run, lone));
      } else if (!reported.has(later.use)) {
        reported.add(later.use);
        problems.push(staleProblem(run, lone, later));
      }
    }
    noteInstalls(file, run, uses, next);
  }
  yield* problems.reverse();
}

/** An install serves the updates above it in its stage and in the stages that this one builds on. */
function noteInstalls(
  file: Dockerfile,
  run: Instruction,
  uses: readonly IndexUse[],
  next: Map<string, Install>,
): void {
  const seen = new Set<string>();
  for (const use of uses) {
    const isFirst = !seen.has(use.manager);
    seen.add(use.manager);
    // An install after a refresh of its own does not use the old index.
    if (!isFirst || use.kind !== "install") continue;
    for (const stage of chainOf(file, run)) next.set(keyOf(stage, use), { run, use });
  }
}

function isInstall({ kind }: IndexUse): boolean {
  return kind === "install";
}

function keyOf(stage: number, { manager }: IndexUse): string {
  return `${stage} ${manager}`;
}

function chainOf(file: Dockerfile, { stage }: Instruction): readonly number[] {
  const found = file.stages[stage];
  return found === undefined ? [] : stageChain(found).map(({ index }) => index);
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

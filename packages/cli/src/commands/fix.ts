import { join } from "node:path";
import { CodedError, nearest } from "@plimsoll/core";
import { ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import { type Workspace, writeFilesAtomically } from "@plimsoll/workspace";
import type { Arguments } from "../arguments/option.ts";
import { assess, type Assessed } from "../check/assess.ts";
import { type FixedFiles, fixInRounds } from "../check/fix-rounds.ts";
import { openFor } from "../check/open.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import { paintOf } from "../terminal/paint.ts";
import { printable, Progress } from "../terminal/progress.ts";
import { type Terminal, wantsColor } from "../terminal/terminal.ts";

/** `plimsoll fix`: makes the fixes that findings offer, or shows them. */
export async function fix(args: Arguments, terminal: Terminal): Promise<number> {
  const rules = wantedRules(args);
  const workspace = await openFor(args, terminal, args.operands);
  const progress = new Progress(terminal);
  const assessed = await assess({
    workspace,
    terminal,
    progress,
    auditor: false,
    render: false,
    changedSince: undefined,
    baseline: undefined,
    input: undefined,
  });
  progress.end();
  const safety = args.has("review") ? "review" : "safe";
  const fixed = fixInRounds(assessed, { root: workspace.root, safety, rules });
  if (fixed.isUnstable) throw unstable();
  if (args.has("dry-run")) return showDiff(fixed, terminal, args.has("no-color"));
  write(fixed, assessed, workspace);
  await terminal.print(summaryOf(fixed, args.has("review"), assessed));
  return 0;
}

function wantedRules(args: Arguments): ReadonlySet<string> | undefined {
  const given = args.valuesOf("rule");
  if (given.length === 0) return undefined;
  // Users' own rules are known only to a configuration; their ids have a prefix of their own.
  const surfaces = new Set([...ruleSet.rules.keys()].map((id) => id.split("/")[0]));
  for (const id of given) {
    if (ruleSet.rules.has(id) || !surfaces.has(id.split("/")[0])) continue;
    const near = nearest(id, ruleSet.rules.keys());
    throw new CodedError({
      code: "cli/unknown-rule",
      message: `There is no rule ${JSON.stringify(id)}.`,
      nextStep: near === undefined ? "See plimsoll rules." : `Did you mean ${near}?`,
    });
  }
  return new Set(given);
}

function unstable(): CodedError {
  return new CodedError({
    code: "fix/unstable",
    message: "The fixes undo each other, so nothing was written.",
    nextStep: "Make the fixes of one rule at a time with --rule, and report which two collide.",
  });
}

async function showDiff({ changes }: FixedFiles, terminal: Terminal, noColor: boolean): Promise<number> {
  const paint = paintOf(wantsColor(terminal, noColor));
  for (const change of changes) await terminal.print(unifiedDiff(change, paint));
  if (changes.length === 0) await terminal.print("Nothing to fix.\n");
  return changes.length === 0 ? 0 : 1;
}

/** @throws CodedError `fix/file-changed` where a file is no longer what was checked. */
function write({ changes }: FixedFiles, assessed: Assessed, workspace: Workspace): void {
  const changed = changes.find(({ file, before }) => assessed.sources(file) !== before);
  if (changed !== undefined) {
    throw new CodedError({
      code: "fix/file-changed",
      message: `${changed.file} was changed while it was checked, so nothing was written.`,
      nextStep: "Run again.",
    });
  }
  writeFilesAtomically(
    workspace.root,
    changes.map(({ file, after }) => ({ path: join(workspace.root, file), text: after })),
  );
}

function summaryOf(
  { changes, made, remaining }: FixedFiles,
  review: boolean,
  { assessment }: Assessed,
): string {
  const lines = made.map(({ finding, fix: { title } }) => `  ${finding.file}: ${title} (${finding.ruleId})`);
  const files = `${changes.length} ${changes.length === 1 ? "file" : "files"}`;
  const head =
    made.length === 0
      ? "Nothing to fix."
      : `Made ${made.length} ${made.length === 1 ? "fix" : "fixes"} in ${files}.`;
  const more = review ? 0 : assessment.summary.fixable.review;
  const rest = [
    ...(remaining > 0 ? [`${remaining} findings remain.`] : []),
    ...(more > 0 ? [`plimsoll fix --review offers ${more} more for a person to look at.`] : []),
  ];
  return `${[head, ...lines, ...rest].map(printable).join("\n")}\n`;
}

import { requirements as allRequirements, type Requirement } from "@plimsoll/model";
import type { Arguments } from "../arguments/option.ts";
import { type RuleOverview, ruleOverview } from "../check/settings.ts";
import { listFormat } from "../report/format-option.ts";
import { markdownTable, table } from "../report/table.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** How far a requirement is covered: by rules that are on, by rules that are off, or by none. */
type State = "checked" | "rules off" | "not checked";

interface Row {
  readonly requirement: Requirement;
  readonly on: readonly string[];
  readonly state: State;
  /** Why no rule speaks about it, where none does. */
  readonly reason: string | undefined;
}

/** `plimsoll requirements`: the coverage matrix of the reference design. */
export async function requirements(args: Arguments, terminal: Terminal): Promise<number> {
  const format = listFormat(args, ["table", "json", "markdown"]);
  const overview = await ruleOverview(args, terminal);
  const rows = allRequirements.map((requirement) => rowOf(requirement, overview));
  await terminal.print(
    format === "json" ? asJson(rows, overview.profile) : asTable(rows, overview.profile, format),
  );
  return 0;
}

function rowOf(requirement: Requirement, { rules, ruleSet }: RuleOverview): Row {
  const speaking = rules.filter((row) => row.requirements.includes(requirement.id));
  const on = speaking.filter(({ severity }) => severity !== "off").map(({ rule }) => rule.id);
  const state = on.length > 0 ? "checked" : speaking.length > 0 ? "rules off" : "not checked";
  return { requirement, on, state, reason: on.length > 0 ? undefined : ruleSet.requirements[requirement.id] };
}

function asTable(rows: readonly Row[], profile: string, format: "table" | "markdown"): string {
  const head = ["REQUIREMENT", "BASELINE", "AUTOMATION", "STATE", "RULES", "TITLE"];
  const checked = rows.filter(({ state }) => state === "checked").length;
  const closing = `${checked} of ${rows.length} requirements are checked by rules that are on under profile ${profile}.\n`;
  if (format === "markdown") {
    const cells = rows.map((row) => [
      ...start(row),
      row.on.map((id) => `\`${id}\``).join(", "),
      row.requirement.title,
    ]);
    return `${markdownTable(head.map(sentence), cells)}\n${closing}`;
  }
  const cells = rows.map((row) => [...start(row), String(row.on.length), row.requirement.title]);
  return `${table(head, cells)}\n${closing}`;
}

function start({ requirement, state }: Row): readonly string[] {
  return [requirement.id, requirement.baseline, requirement.verification.automation, state];
}

function sentence(word: string): string {
  return word.charAt(0) + word.slice(1).toLowerCase();
}

function asJson(rows: readonly Row[], profile: string): string {
  const data = rows.map(({ requirement, on, state, reason }) => ({
    id: requirement.id,
    title: requirement.title,
    baseline: requirement.baseline,
    effective: requirement.effective,
    phases: requirement.phases,
    automation: requirement.verification.automation,
    state,
    rules: on,
    ...(reason === undefined ? {} : { reason }),
  }));
  return `${JSON.stringify({ profile, requirements: data }, undefined, 2)}\n`;
}

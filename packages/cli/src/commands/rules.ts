import type { Arguments } from "../arguments/option.ts";
import { type RuleRow, ruleOverview } from "../check/settings.ts";
import { comparison } from "../compare/comparison.ts";
import { listFormat } from "../report/format-option.ts";
import { table } from "../report/table.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** `plimsoll rules`: lists the rules and their severity under a profile and configuration. */
export async function rules(args: Arguments, terminal: Terminal): Promise<number> {
  const compared = args.valueOf("compare");
  if (compared !== undefined) {
    await terminal.print(comparison(compared, listFormat(args, ["table", "json", "markdown"])));
    return 0;
  }
  const format = listFormat(args, ["table", "json"]);
  const overview = await ruleOverview(args, terminal);
  if (format === "json") {
    await terminal.print(
      `${JSON.stringify({ profile: overview.profile, rules: overview.rules.map(asData) }, undefined, 2)}\n`,
    );
    return 0;
  }
  const rows = overview.rules.map(({ rule, severity }) => [rule.id, severity, rule.confidence, rule.title]);
  const on = overview.rules.filter(({ severity }) => severity !== "off").length;
  await terminal.print(table(["RULE", "SEVERITY", "CONFIDENCE", "WHAT MUST HOLD"], rows));
  await terminal.print(
    `\n${on} of ${overview.rules.length} rules are on under profile ${overview.profile}.\n`,
  );
  return 0;
}

function asData({ rule, severity, requirements, controls }: RuleRow): object {
  const { id, title, surface, confidence, aliases, since, catalogue, options = {} } = rule;
  return {
    id,
    title,
    surface,
    severity,
    confidence,
    requirements,
    controls,
    aliases,
    catalogue,
    since,
    options,
  };
}

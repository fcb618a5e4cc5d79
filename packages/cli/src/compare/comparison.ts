import { builtInRules, CodedError, nearest } from "@plimsoll/core";
import { compareChecks, type ComparedCheck } from "@plimsoll/core/migrate";
import { peerTools } from "@plimsoll/model/peer-checks";
import { ruleHeaders as ruleSet } from "@plimsoll/rules/lazy";
import { markdownTable, table } from "../report/table.ts";

const HEAD = ["CHECK", "MEANING", "COVERED BY"] as const;

/**
 * Each check of another tool with the rules that stand for it, or the reason why none does.
 * @throws CodedError `cli/unknown-tool`
 */
export function comparison(name: string, format: "table" | "json" | "markdown"): string {
  const tool = toolOf(name);
  const compared = compareChecks(tool.id, [...ruleSet.rules.values(), ...builtInRules.values()]);
  const covered = compared.filter(({ rules }) => rules.length > 0).length;
  if (format === "json") {
    const checks = compared.map(asData);
    return `${JSON.stringify({ tool: tool.id, covered, checks }, undefined, 2)}\n`;
  }
  const closing = `${covered} of ${compared.length} checks of ${tool.title} are covered.\n`;
  if (format === "table") {
    const rows = compared.map(({ check, rules, reason }) => [
      check.id,
      check.meaning,
      coveredBy(rules, reason),
    ]);
    return `${table(HEAD, rows)}\n${closing}`;
  }
  const rows = compared.map(({ check, rules, reason }) => [
    `\`${check.id}\``,
    check.meaning,
    coveredBy(
      rules.map((id) => `\`${id}\``),
      reason,
    ),
  ]);
  return `${markdownTable(["Check", "Meaning", "Covered by"], rows)}\n${closing}`;
}

function coveredBy(rules: readonly string[], reason: string | undefined): string {
  return rules.length > 0 ? rules.join(", ") : `not covered: ${reason ?? ""}`;
}

function asData({ check: { id, surface, meaning, name }, rules, reason }: ComparedCheck): object {
  return {
    id,
    surface,
    meaning,
    ...(name === undefined ? {} : { name }),
    rules,
    ...(reason === undefined ? {} : { reason }),
  };
}

function toolOf(name: string): (typeof peerTools)[number] {
  const found = peerTools.find(({ id }) => id === name.toLowerCase());
  if (found !== undefined) return found;
  const names = peerTools.map(({ id }) => id);
  const near = nearest(name.toLowerCase(), names);
  throw new CodedError({
    code: "cli/unknown-tool",
    message: `Checks of ${JSON.stringify(name)} are not listed${near === undefined ? "." : `; did you mean ${near}?`}`,
    nextStep: `The tools are ${names.join(", ")}.`,
  });
}

import type { Configuration } from "../config/configuration.ts";
import type { Finding, Severity } from "../finding/finding.ts";
import { toolAliases } from "./peer-tools.ts";

/** What the user says of other tools' checks: alias to severity. */
export type CheckSettings = Readonly<Record<string, Severity | "off">>;

const ORDER: readonly Severity[] = ["info", "warning", "error"];

/**
 * Applies `checks` of the configuration to findings: what was said of a check of another tool holds for every finding that
 * stands for it. A finding may stand for several checks of one tool; it goes only where all of them are off, since the tool
 * would report it through the others. A severity of any of them wins over `off`, the highest over the rest.
 */
export function weighChecks(
  findings: readonly Finding[],
  { checks }: Pick<Configuration, "checks">,
): readonly Finding[] {
  if (checks === undefined || Object.keys(checks).length === 0) return findings;
  const tools = new Set(Object.keys(checks).map(toolOf));
  return findings.flatMap((finding) => {
    const weight = weightOf(toolAliases(finding.aliases), checks, tools);
    if (weight === "off") return [];
    return weight === undefined || weight === finding.severity
      ? [finding]
      : [{ ...finding, severity: weight }];
  });
}

function weightOf(
  aliases: readonly string[],
  checks: CheckSettings,
  tools: ReadonlySet<string>,
): Severity | "off" | undefined {
  let highest: Severity | undefined;
  let isOff = false;
  for (const tool of tools) {
    const said = aliases
      .filter((alias) => toolOf(alias) === tool)
      .map((alias) => (Object.hasOwn(checks, alias) ? checks[alias] : undefined));
    if (said.length > 0 && said.every((severity) => severity === "off")) isOff = true;
    for (const severity of said)
      if (severity !== undefined && severity !== "off") highest = higher(highest, severity);
  }
  return highest ?? (isOff ? "off" : undefined);
}

function higher(known: Severity | undefined, severity: Severity): Severity {
  return known !== undefined && ORDER.indexOf(known) > ORDER.indexOf(severity) ? known : severity;
}

function toolOf(alias: string): string {
  return alias.slice(0, Math.max(0, alias.indexOf(":")));
}

import type { Severity } from "../finding/finding.ts";
import {
  checkAlias,
  PEER_TOOLS,
  peerTool,
  pragmaTool,
  toolAliases,
  type PragmaTool,
} from "../peer/peer-tools.ts";
import type { CheckSettings } from "../peer/weigh-checks.ts";
import type { RuleMeta } from "../rule/rule.ts";
import { builtInRules } from "./built-in-rules.ts";
import { nearest } from "./nearest.ts";
import { emptyRecord, isRecord, textsOf } from "./plain-value.ts";
import { severityOf, type RuleReading } from "./read-rules.ts";

/** Reads `compatibility`; the schema told of words that are no tool. */
export function readCompatibility(value: unknown): readonly PragmaTool[] | undefined {
  const tools = textsOf(value)?.flatMap((name) => pragmaTool(name) ?? []);
  return tools === undefined ? undefined : [...new Set(tools)];
}

/** Reads `checks`. A check that no rule stands for is told: its setting would say nothing. */
export function readChecks(
  { document, known, complaints }: RuleReading,
  value: unknown,
): CheckSettings | undefined {
  if (!isRecord(value)) return undefined;
  const rules: readonly RuleMeta[] = [...known.rules.values(), ...builtInRules.values()];
  const aliases = new Set(rules.flatMap((rule) => toolAliases(rule.aliases)));
  const checks = emptyRecord<Severity | "off">();
  for (const [written, setting] of Object.entries(value)) {
    const severity = severityOf(setting);
    const alias = aliasOf(written);
    if (alias !== undefined && aliases.has(alias)) {
      if (severity !== undefined) checks[alias] = severity;
      continue;
    }
    const near = nearest(alias ?? written, aliases);
    complaints.atKey(document, ["checks", written], {
      code: "unknown-check",
      message: `No rule stands for a check \`${written.slice(0, 100)}\`${near === undefined ? "." : `; did you mean \`${near}\`?`}`,
      nextStep: `Write \`<tool>:<id>\`; tools are ${PEER_TOOLS.join(", ")}. \`plimsoll rules --compare <tool>\` lists their checks.`,
    });
  }
  return checks;
}

/** The alias in the spelling of the rules. Tools that are not compared, such as `kics`, have only that one. */
function aliasOf(written: string): string | undefined {
  const at = written.indexOf(":");
  if (at <= 0) return undefined;
  const tool = peerTool(written.slice(0, at));
  return tool === undefined ? written : checkAlias(tool, written.slice(at + 1));
}

import type { Finding, WaivedFinding } from "../finding/finding.ts";
import { toolAliases, type PragmaTool } from "../peer/peer-tools.ts";
import type { Pragma } from "../pragma/pragma.ts";
import { meansAlias } from "./check-states.ts";
import type { MigratedSetting, PeerSetting } from "./setting.ts";

/** A pragma and the file that it stands in, from the migrated folder. */
export interface PlacedPragma {
  readonly file: string;
  readonly pragma: Pragma;
}

/** What becomes of pragmas. */
export interface PragmaRowing {
  readonly excused: readonly WaivedFinding[];
  /** Tools that take no notice of their pragmas. */
  readonly deaf: ReadonlySet<PragmaTool>;
  /** Whether they stay and are heard in place. */
  readonly stay: boolean;
}

/** One row a pragma, in the order of files and lines. */
export function pragmaRows(
  pragmas: readonly PlacedPragma[],
  { excused, deaf, stay }: PragmaRowing,
): readonly MigratedSetting[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { finding, reference, pragma } of excused) {
    const key = `${finding.file}\u0000${pragma ?? ""}\u0000${reference}`;
    const rules = counts.get(key) ?? new Map<string, number>();
    rules.set(finding.ruleId, (rules.get(finding.ruleId) ?? 0) + 1);
    counts.set(key, rules);
  }
  return pragmas.map(({ file, pragma }) => {
    const { tool, text, range } = pragma;
    const rules = counts.get(`${file}\u0000${tool}\u0000${text}`);
    const row = { tool, file, line: range.start.line, words: text };
    if (deaf.has(tool)) return { ...row, outcome: "not needed", became: `${tool} hears no pragmas here` };
    if (stay) return { ...row, outcome: "carried", became: "heard in place (compatibility)" };
    if (rules === undefined)
      return { ...row, outcome: "not needed", became: "it excuses no finding of ours; nothing was written" };
    const total = [...rules.values()].reduce((sum, count) => sum + count, 0);
    const names = [...rules.keys()].join(", ");
    return {
      ...row,
      outcome: "carried",
      became: `${total === 1 ? "1 waiver" : `${total} waivers`} for ${names}`,
    };
  });
}

/**
 * Adds to the rows of switched-off checks that findings for them are left, since these stand for other checks of the tool
 * as well. A row is found by its place and words.
 */
export function noteStaying(
  rows: readonly MigratedSetting[],
  settings: readonly PeerSetting[],
  findings: readonly Finding[],
): readonly MigratedSetting[] {
  return rows.map((row) => {
    const setting = settings.find(
      ({ file, line, words }) => file === row.file && line === row.line && words === row.words,
    );
    const effect = setting?.effect;
    if (effect?.kind !== "check" || effect.state !== "off" || row.outcome === "no counterpart") return row;
    const left = findings.filter(({ aliases }) =>
      toolAliases(aliases).some((alias) => meansAlias(row.tool, effect.id, alias)),
    );
    if (left.length === 0) return row;
    const rules = [...new Set(left.map(({ ruleId }) => ruleId))].join(", ");
    const many = left.length === 1 ? "1 finding stays" : `${left.length} findings stay`;
    return {
      ...row,
      outcome: "partly",
      became: `${row.became}; ${many} (${rules}), since it also stands for checks that are on`,
    };
  });
}

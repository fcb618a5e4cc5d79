import { peerChecksOf, type PeerCheck } from "@plimsoll/model/peer-checks";
import type { RuleMeta } from "../rule/rule.ts";
import { toolAliases } from "./peer-tools.ts";

/** A check of another tool beside our rules. */
export interface ComparedCheck {
  readonly check: PeerCheck;
  /** Ids of the rules that stand for it; empty where none does. */
  readonly rules: readonly string[];
  /** Why none does; undefined where one does. */
  readonly reason: string | undefined;
}

const NOT_YET = "No rule speaks about it yet.";

/** Every check of a tool with the rules that stand for it, in the order of the tool's ids. */
export function compareChecks(tool: string, rules: Iterable<RuleMeta>): readonly ComparedCheck[] {
  const byAlias = new Map<string, string[]>();
  for (const { id, aliases } of rules) {
    for (const alias of toolAliases(aliases)) {
      const ids = byAlias.get(alias);
      if (ids === undefined) byAlias.set(alias, [id]);
      else ids.push(id);
    }
  }
  return peerChecksOf(tool).map((check) => {
    const found = byAlias.get(`${check.tool}:${check.id}`) ?? [];
    return { check, rules: found, reason: found.length > 0 ? undefined : (check.reason ?? NOT_YET) };
  });
}

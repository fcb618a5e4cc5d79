import { peerCheck } from "@plimsoll/model/peer-checks";
import type { Severity } from "../finding/finding.ts";
import { checkId, idOfTool, toolAliases, type PeerTool } from "../peer/peer-tools.ts";
import type { RuleMeta } from "../rule/rule.ts";
import type { CheckState, PeerSetting } from "./setting.ts";

/** What becomes of a rule, or of the checks that it stands for. */
export interface RulePlan {
  readonly rule: RuleMeta;
  /** For the whole rule; undefined where it keeps what it has. */
  readonly severity?: Severity | "off";
  /** For findings that stand for single checks, by alias. */
  readonly checks: ReadonlyMap<string, Severity | "off">;
  /** Why a check that was off stays on: tools that report it by other checks. */
  readonly keptBy: readonly string[];
}

/** What the tools that have settings say of their checks. */
export class CheckStates {
  readonly #tools: ReadonlySet<PeerTool>;
  readonly #states = new Map<string, CheckState>();
  readonly #only = new Map<PeerTool, Set<string>>();

  /** @param tools those that have a file of settings; the others say nothing */
  constructor(tools: Iterable<PeerTool>, settings: readonly PeerSetting[], rules: Iterable<RuleMeta>) {
    this.#tools = new Set(tools);
    const known = knownIds(rules);
    for (const { tool, effect } of settings) {
      if (effect.kind === "check")
        for (const id of expandId(tool, effect.id, known)) this.#say(tool, id, effect.state);
      else if (effect.kind === "only") {
        const ids = this.#only.get(tool) ?? new Set();
        for (const id of effect.ids) for (const one of expandId(tool, id, known)) ids.add(one);
        this.#only.set(tool, ids);
      }
    }
  }

  /** Several settings of one check: off wins, as tools let an exclusion win; else the last. */
  #say(tool: PeerTool, id: string, state: CheckState): void {
    const key = `${tool}:${id}`;
    if (this.#states.get(key) !== "off") this.#states.set(key, state);
  }

  /** Undefined for a check that the tool makes only when it is asked to, and nobody asks. */
  #stateOf(tool: PeerTool, id: string): CheckState | undefined {
    const said = this.#states.get(`${tool}:${id}`);
    const only = this.#only.get(tool);
    if (said === "off" || (only !== undefined && !only.has(id))) return "off";
    return said ?? (peerCheck(tool, id)?.optional === true && only === undefined ? undefined : "on");
  }

  /** What a rule must become so that it reports what the tools together reported; undefined where nothing changes. */
  planRule(rule: RuleMeta): RulePlan | undefined {
    const aliases = toolAliases(rule.aliases);
    const votes = [...this.#tools].flatMap((tool) => {
      const states = aliases.flatMap((alias) => {
        const id = idOfTool(alias, tool);
        const state = id === undefined ? undefined : this.#stateOf(tool, id);
        return state === undefined ? [] : [{ alias, state }];
      });
      return states.length === 0 ? [] : [states];
    });
    if (votes.length === 0) return undefined;
    if (votes.every((states) => states.every(({ state }) => state === "off"))) return planOff(rule, votes);
    return planOn(rule, votes);
  }
}

/** A rule that no tool reports any more: off, but for problems that none of the tools ever reported. */
function planOff(rule: RuleMeta, votes: readonly Votes[]): RulePlan {
  if (rule.narrows !== true) return { rule, severity: "off", checks: new Map(), keptBy: [] };
  return { rule, checks: singleChecks(votes.flat(), undefined), keptBy: [] };
}

/** A rule that some tool reports still. */
function planOn(rule: RuleMeta, votes: readonly Votes[]): RulePlan | undefined {
  const severity = commonSeverity(votes);
  const isContested = votes.length > 1 && votes.flat().some(({ state }) => state === "off");
  const keptBy = isContested
    ? votes.flat().flatMap(({ alias, state }) => (state === "off" ? [] : [alias]))
    : [];
  const checks = singleChecks(
    isContested ? votes.flat().filter(({ state }) => state !== "off") : votes.flat(),
    severity,
  );
  if (severity === undefined && checks.size === 0 && !isContested) return undefined;
  return { rule, ...(severity === undefined ? {} : { severity }), checks, keptBy };
}

type Votes = readonly { readonly alias: string; readonly state: CheckState }[];

const ORDER: readonly Severity[] = ["info", "warning", "error"];

/** The severity that the tools gave the rule's checks, the highest where they differ between tools; undefined where checks of one tool differ. */
function commonSeverity(votes: readonly Votes[]): Severity | undefined {
  let highest: Severity | undefined;
  for (const states of votes) {
    const said = new Set(states.map(({ state }) => state).filter((state) => state !== "off"));
    const [one] = said;
    if (said.size !== 1 || one === undefined || one === "on") continue;
    if (highest === undefined || ORDER.indexOf(one) > ORDER.indexOf(highest)) highest = one;
  }
  return highest;
}

/** What must be said check by check, where the checks of one tool differ. */
function singleChecks(votes: Votes, severity: Severity | undefined): ReadonlyMap<string, Severity | "off"> {
  const checks = new Map<string, Severity | "off">();
  for (const { alias, state } of votes) {
    if (state === "off") checks.set(alias, "off");
    else if (state !== "on" && severity === undefined) checks.set(alias, state);
  }
  return checks;
}

/** Ids of every check that a rule stands for, by tool. */
function knownIds(rules: Iterable<RuleMeta>): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const { aliases } of rules) {
    for (const alias of toolAliases(aliases)) {
      const at = alias.indexOf(":");
      const tool = alias.slice(0, at);
      const ids = known.get(tool) ?? new Set();
      ids.add(alias.slice(at + 1));
      known.set(tool, ids);
    }
  }
  return known;
}

/** An id that ends in `*` stands for all that start so. */
function expandId(
  tool: PeerTool,
  written: string,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const id = checkId(tool, written);
  if (!id.endsWith("*")) return [id];
  const start = id.slice(0, -1);
  return [...(known.get(tool) ?? [])].filter((one) => one.startsWith(start));
}

/** Whether a written id, which may end in `*`, means the check of an alias. */
export function meansAlias(tool: PeerTool, written: string, alias: string): boolean {
  const id = idOfTool(alias, tool);
  const wanted = checkId(tool, written);
  if (id === undefined) return false;
  return wanted.endsWith("*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
}

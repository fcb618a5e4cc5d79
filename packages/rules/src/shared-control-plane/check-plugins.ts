import type { Problem, ProposedFix, Resource, ResourceRule, RuleContext } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import type { ComponentRun, Flag } from "./component-run.ts";
import { partsOfList } from "./flag-values.ts";
import { runsOf } from "./runs.ts";

const ENABLE = "enable-admission-plugins";
const DISABLE = "disable-admission-plugins";
/** The whole list at once, as it was given before 1.10. */
const OLD_LIST = "admission-control";

/** Plugins that the API server has on unless they are switched off. Source: the API server's own list, of what is judged here. */
const ON_BY_DEFAULT: ReadonlySet<string> = new Set([
  "MutatingAdmissionWebhook",
  "NamespaceLifecycle",
  "PodSecurity",
  "ServiceAccount",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionWebhook",
]);

/** Whether an admission plugin must be on or off, and what goes wrong otherwise. */
export interface PluginRequirement {
  readonly plugin: string;
  readonly mustBe: "on" | "off";
  /** What goes wrong, as what the API server does: `lets any node change any pod`. */
  readonly does: string;
  /** True where the plugin does not start without a configuration of its own, so that no flag alone is right. */
  readonly needsConfiguration?: boolean;
  readonly appliesTo?: (run: ComponentRun) => boolean;
}

/** A plugin that is off or on against the requirement. */
export interface PluginData {
  readonly run: ComponentRun;
  readonly requirement: PluginRequirement;
  /** The flag that names the plugin wrongly, or the list that lacks it; undefined where no list is given. */
  readonly flag: Flag | undefined;
}

type Parts = Pick<ResourceRule<PluginData>, "files" | "check" | "message" | "fix">;

/** Whether the API server runs a plugin, as far as its flags say; undefined where they may be said elsewhere. */
export function isPluginOn(run: ComponentRun, plugin: string): boolean | undefined {
  if (namesPlugin(run.flags.get(DISABLE), plugin)) return false;
  const list = run.flags.get(ENABLE) ?? run.flags.get(OLD_LIST);
  if (list?.value === undefined && (list !== undefined || run.isOpenFor(ENABLE))) return undefined;
  const named = list?.value ?? run.implied(ENABLE) ?? "";
  if (partsOfList(named).includes(plugin)) return true;
  return ON_BY_DEFAULT.has(plugin) && !run.flags.has(OLD_LIST);
}

/** The parts of a rule that asks for admission plugins of the API server. */
export function checkPlugins(requirements: readonly PluginRequirement[]): Required<Parts> {
  return {
    files: ["RancherConfiguration"],
    check: (resource, context) => findProblems(resource, context, requirements),
    message: ({ problem, data }) => messageOf(problem, data),
    fix: ({ problem, data }) => fixOf(problem, data),
  };
}

function* findProblems(
  resource: Resource,
  context: RuleContext,
  requirements: readonly PluginRequirement[],
): Iterable<Problem<PluginData>> {
  for (const run of runsOf(resource, context)) {
    if (run.component !== "kube-apiserver") continue;
    for (const requirement of requirements) {
      if (requirement.appliesTo?.(run) === false) continue;
      const problem = judge(run, requirement);
      if (problem !== undefined) yield problem;
    }
  }
}

function judge(run: ComponentRun, requirement: PluginRequirement): Problem<PluginData> | undefined {
  const { plugin, mustBe } = requirement;
  const isOn = isPluginOn(run, plugin);
  if (isOn === undefined || isOn === (mustBe === "on")) return undefined;
  const subject = `${run.subject} ${plugin}`;
  const disable = run.flags.get(DISABLE);
  const enable = run.flags.get(ENABLE) ?? run.flags.get(OLD_LIST);
  const naming = mustBe === "on" ? disable : enable;
  if (naming !== undefined && namesPlugin(naming, plugin)) {
    const problem = mustBe === "on" ? "switchedOff" : "switchedOn";
    return { problem, at: naming.placeOf(plugin), subject, data: { run, requirement, flag: naming } };
  }
  return {
    problem: "notEnabled",
    at: enable?.at ?? run.at,
    subject,
    data: { run, requirement, flag: enable },
  };
}

function namesPlugin(flag: Flag | undefined, plugin: string): boolean {
  return flag?.value !== undefined && partsOfList(flag.value).includes(plugin);
}

function messageOf(problem: string, { run, requirement, flag }: PluginData): string {
  const { plugin, does } = requirement;
  const start = `API server ${does}`;
  const label = flag?.label ?? run.labelOf(ENABLE) ?? ENABLE;
  if (problem === "switchedOff") return `${start}: ${label} switches ${plugin} off.`;
  if (problem === "switchedOn") return `${start}: ${label} switches ${plugin} on.`;
  return `${start}: ${label} ${flag === undefined ? "is not set and so lacks" : "lacks"} ${plugin}.`;
}

function fixOf(problem: string, { run, requirement, flag }: PluginData): readonly ProposedFix[] {
  const { plugin } = requirement;
  if (problem === "notEnabled") {
    if (requirement.needsConfiguration === true) return [];
    const listed = partsOfList(flag?.value ?? run.implied(ENABLE) ?? "");
    const list = [...listed, plugin].join(",");
    return oneFix(
      `Enable ${plugin}`,
      "review",
      flag === undefined ? run.add(ENABLE, list) : flag.setTo(list),
    );
  }
  if (flag === undefined) return [];
  const rest = partsOfList(flag.value ?? "").filter((part) => part !== plugin);
  const title = problem === "switchedOff" ? `Leave ${plugin} on` : `Switch ${plugin} off`;
  return oneFix(title, "review", rest.length === 0 ? flag.drop() : flag.setTo(rest.join(",")));
}

import type { FixSafety, Problem, ProposedFix, Resource, ResourceRule, RuleContext } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import { titleOf, type Component, type ComponentRun, type Flag } from "./component-run.ts";
import { builtInValue } from "./defaults.ts";
import { runsOf } from "./runs.ts";

/** What must hold of one or several flags of a component. */
export interface FlagRequirement {
  readonly components: readonly Component[];
  /** Flags without dashes; those that are not set are reported together. */
  readonly flags: readonly string[];
  /** Whether a value is right. It is also asked for the value in force where the flag is not set. */
  readonly holds: (value: string, run: ComponentRun) => boolean;
  /** True where nothing in force at all is wrong too. */
  readonly isNeeded?: boolean;
  /** True where only what is written can be wrong. */
  readonly onlyWritten?: boolean;
  readonly appliesTo?: (run: ComponentRun) => boolean;
  /** What goes wrong, as what the component does: `answers requests without credentials`. */
  readonly does: string;
  /** What is said of a wrong value; `is "value"` where absent. */
  readonly because?: (value: string, run: ComponentRun) => string;
  /** The part of a wrong value that is to blame, such as one item of a list. */
  readonly blame?: (value: string) => string | undefined;
  /** The right value; undefined where only a person knows it. `value` is what is written, undefined where nothing is. */
  readonly fix?: (value: string | undefined, run: ComponentRun) => string | undefined;
  /** True where the flag itself must go. */
  readonly dropsFlag?: boolean;
  /** Default `review`. */
  readonly safety?: FixSafety;
}

/** A broken requirement, and where. */
export interface FlagData {
  readonly run: ComponentRun;
  readonly requirement: FlagRequirement;
  /** The flag that is set wrongly; undefined where flags are not set. */
  readonly flag: Flag | undefined;
  readonly missing: readonly string[];
}

type Parts = Pick<ResourceRule<FlagData>, "files" | "check" | "message" | "fix">;

/** The parts of a rule that asks for flags of the components of Kubernetes. */
export function checkFlags(requirements: readonly FlagRequirement[]): Required<Parts> {
  const isShared = new Set(requirements.flatMap(({ components }) => components)).size > 1;
  return {
    files: ["RancherConfiguration"],
    check: (resource, context) => findProblems(resource, context, { requirements, isShared }),
    message: ({ data }) => messageOf(data),
    fix: ({ data }) => fixOf(data),
  };
}

interface Checks {
  readonly requirements: readonly FlagRequirement[];
  /** True where the problems carry the component's name. */
  readonly isShared: boolean;
}

function* findProblems(
  resource: Resource,
  context: RuleContext,
  checks: Checks,
): Iterable<Problem<FlagData>> {
  for (const run of runsOf(resource, context)) {
    for (const requirement of checks.requirements) {
      if (!requirement.components.includes(run.component) || requirement.appliesTo?.(run) === false) continue;
      yield* judge(run, requirement, checks.isShared);
    }
  }
}

function* judge(
  run: ComponentRun,
  requirement: FlagRequirement,
  isShared: boolean,
): Iterable<Problem<FlagData>> {
  const name = (problem: string): string =>
    isShared ? `${camelCase(run.component)}${capital(problem)}` : problem;
  const missing: string[] = [];
  for (const flag of requirement.flags) {
    const given = run.flags.get(flag);
    if (given === undefined) {
      if (lacks(run, requirement, flag)) missing.push(flag);
      continue;
    }
    if (given.value === undefined || requirement.holds(given.value, run)) continue;
    const part = requirement.blame?.(given.value);
    yield {
      problem: name("wrongValue"),
      at: part === undefined ? given.at : given.placeOf(part),
      subject: part === undefined ? `${run.subject} ${flag}` : `${run.subject} ${flag} ${part}`,
      data: { run, requirement, flag: given, missing: [] },
    };
  }
  if (missing.length === 0) return;
  yield {
    problem: name("notSet"),
    at: run.at,
    subject: `${run.subject} ${missing.join(" ")}`,
    data: { run, requirement, flag: undefined, missing },
  };
}

/** Whether a flag that is not set leaves the requirement broken. */
function lacks(run: ComponentRun, requirement: FlagRequirement, flag: string): boolean {
  if (requirement.onlyWritten === true || run.isOpenFor(flag)) return false;
  const value = valueInForce(run, flag);
  return value === undefined ? requirement.isNeeded === true : !requirement.holds(value, run);
}

function valueInForce(run: ComponentRun, flag: string): string | undefined {
  return (
    run.implied(flag) ??
    (run.source === "configuration" ? undefined : builtInValue(run.component, flag, run.minor))
  );
}

function messageOf({ run, requirement, flag, missing }: FlagData): string {
  const start = `${titleOf(run.component)} ${requirement.does}`;
  if (flag !== undefined) {
    const { value = "" } = flag;
    const because =
      requirement.because?.(value, run) ?? (value === "" ? "is empty" : `is "${shortened(value)}"`);
    return `${start}: ${flag.label} ${because}.`;
  }
  const labels = missing.map((name) => run.labelOf(name) ?? name).join(" and ");
  const [only = ""] = missing;
  const inForce = missing.length === 1 ? valueInForce(run, only) : undefined;
  const byDefault = inForce === undefined ? "" : `, which means "${shortened(inForce)}"`;
  return `${start}: ${labels} ${missing.length > 1 ? "are" : "is"} not set${byDefault}.`;
}

/** The longest value that a message repeats. */
const LONGEST_VALUE = 60;

function shortened(value: string): string {
  return value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value;
}

function fixOf({ run, requirement, flag, missing }: FlagData): readonly ProposedFix[] {
  const safety = requirement.safety ?? "review";
  if (flag !== undefined && requirement.dropsFlag === true)
    return oneFix(`Take ${flag.label} away`, safety, flag.drop());
  const value = requirement.fix?.(flag?.value, run);
  if (value === undefined) return [];
  if (flag !== undefined) return oneFix(`Set ${flag.label} to ${value}`, safety, flag.setTo(value));
  const [name] = missing;
  if (name === undefined || missing.length > 1) return [];
  return oneFix(`Set ${run.labelOf(name) ?? name} to ${value}`, safety, run.add(name, value));
}

const CAMEL: Readonly<Record<Component, string>> = {
  "kube-apiserver": "apiServer",
  "kube-controller-manager": "controllerManager",
  "kube-scheduler": "scheduler",
  "kube-proxy": "kubeProxy",
  kubelet: "kubelet",
  etcd: "etcd",
};

function camelCase(component: Component): string {
  return CAMEL[component];
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

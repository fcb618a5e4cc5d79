import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { at, isObject, text } from "../../shared-objects/values.ts";
import { flawAt, flawAtKey, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";
import { environmentOf } from "../../shared-gitops/environment.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/production-updates-gated",
  title: "Automation proposes updates of production and does not make them",
  severity: "error",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO012"],
  aliases: [],
  since: "0.2.0",
  kinds: ["image.toolkit.fluxcd.io/ImageUpdateAutomation", "argoproj.io/Application"],
  check,
  message: say({
    ungated: ({ name, value }) =>
      `ImageUpdateAutomation "${name}" pushes to "${value}" itself: new images reach production without a gate.`,
    imperative: ({ name }) =>
      `Application "${name}" is updated by the image updater without a commit: nothing records or gates new images.`,
    ungatedApplication: ({ name, value }) =>
      `Application "${name}" lets the image updater commit to "${value}": new images reach production without a gate.`,
  }),
  fix: mend,
});

function* check(resource: Resource, { path }: RuleContext): Iterable<Problem<Flaw>> {
  for (const problem of resource.kind === "Application"
    ? updater(resource, path)
    : automation(resource, path))
    yield problem;
}

/** Whether a place is before production. */
function isEarlier(place: string): boolean {
  const environment = environmentOf(place);
  return environment !== undefined && environment !== "production";
}

/** Weighs less where no path names production. */
function weightOf(...places: readonly string[]): { readonly severity?: "warning" } {
  return places.some((place) => environmentOf(place) === "production") ? {} : { severity: "warning" };
}

function* automation(resource: Resource, file: string): Iterable<Problem<Flaw>> {
  const updated = text(at(resource.value, "spec", "update", "path")) ?? "";
  // What it updates says more than where its file stands.
  if (isEarlier(environmentOf(updated) === undefined ? file : updated)) return;
  const git = at(resource.value, "spec", "git");
  const from = text(at(git, "checkout", "ref", "branch"));
  const to = text(at(git, "push", "branch"));
  if (!isObject(git) || at(git, "push", "refspec") !== undefined || isApart(from, to)) return;
  const path = ["spec", "git", "push", "branch"];
  const details = {
    value: to ?? from ?? "the branch of its source",
    ...weightOf(updated, file),
    repair: withValue(path, "image-updates", "Push to a branch for a change request"),
  };
  yield to === undefined
    ? flawAtKey(resource, "ungated", path, details)
    : flawAt(resource, "ungated", path, details);
}

/** Whether it pushes to another branch than that of the cluster. */
function isApart(from: string | undefined, to: string | undefined): boolean {
  return to !== undefined && to !== from && !BRANCHES.has(to);
}

/** Names that releases are applied from. */
const BRANCHES: ReadonlySet<string> = new Set(["main", "master", "production", "prod"]);

const UPDATER = "argocd-image-updater.argoproj.io";

/** The image updater of Argo CD writes to the cluster, or commits to the branch of the Application unless told another (`base:new`). */
function* updater(resource: Resource, file: string): Iterable<Problem<Flaw>> {
  const annotations = at(resource.value, "metadata", "annotations");
  const list = ["metadata", "annotations", `${UPDATER}/image-list`];
  if (text(at(annotations, `${UPDATER}/image-list`)) === undefined) return;
  const source = text(at(resource.value, "spec", "source", "path")) ?? "";
  if (isEarlier(source) || isEarlier(file) || isEarlier(resource.name)) return;
  const weight = weightOf(source, file, resource.name);
  const to = writtenTo(annotations);
  if (to === undefined) yield flawAtKey(resource, "imperative", list, weight);
  else if (to !== "") yield flawAtKey(resource, "ungatedApplication", list, { value: to, ...weight });
}

/** The branch that the updater commits to where it is the Application's; empty for one of its own, undefined without commits. */
function writtenTo(annotations: unknown): string | undefined {
  const method = text(at(annotations, `${UPDATER}/write-back-method`)) ?? "argocd";
  if (!method.startsWith("git")) return undefined;
  const branch = text(at(annotations, `${UPDATER}/git-branch`)) ?? "";
  const [base = "", own] = branch.split(":", 2);
  if (own !== undefined && own !== base) return "";
  return branch === "" ? "its own branch" : branch;
}

import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { mend, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { environmentOf } from "../../shared-gitops/environment.ts";
import { unlessPatched } from "../../shared-gitops/patches.ts";
import { unpinned } from "../../shared-gitops/pins.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/source-pinned",
  title: "Reconcilers of production follow a fixed source",
  severity: "warning",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO003"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "source.toolkit.fluxcd.io/GitRepository",
    "source.toolkit.fluxcd.io/OCIRepository",
    "source.toolkit.fluxcd.io/HelmChart",
    "helm.toolkit.fluxcd.io/HelmRelease",
    "argoproj.io/Application",
    "argoproj.io/ApplicationSet",
  ],
  check,
  message: say({
    branch: ({ kind, name, value }) =>
      `${kind} "${name}" follows "${value}", which moves: name a tag, a version or a commit.`,
    noRevision: ({ kind, name }) => `${kind} "${name}" names no revision, and so follows whatever is newest.`,
    range: ({ kind, name, value }) => `${kind} "${name}" takes any chart version in "${value}": name one.`,
    noVersion: ({ kind, name }) => `${kind} "${name}" names no chart version, and so takes the newest.`,
  }),
  fix: mend,
  settle: unlessPatched(
    new Map([
      ["noVersion", "states-version"],
      ["noRevision", "states-revision"],
    ]),
  ),
});

/** Environments before staging may follow what moves; where a path names none, the finding is for information. */
function* check(resource: Resource, { path }: RuleContext): Iterable<Problem<Flaw>> {
  const environment = environmentOf(path);
  if (environment !== undefined && environment !== "production") return;
  for (const problem of unpinned(resource))
    yield environment === undefined ? { ...problem, severity: "info" } : problem;
}

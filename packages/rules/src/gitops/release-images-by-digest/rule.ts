import { defineRule, type Problem, type Resource, type ResourceRule, type RuleContext } from "@plimsoll/core";
import { say, type Flaw } from "../../shared-flaws/flaw.ts";
import { environmentOf } from "../../shared-gitops/environment.ts";
import { imagesByTag } from "../../shared-gitops/release-images.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/release-images-by-digest",
  title: "Releases of staging and production choose images by digest",
  severity: "error",
  confidence: "medium",
  surface: "gitops",
  catalogue: ["GO008"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "helm.toolkit.fluxcd.io/HelmRelease",
    "kustomize.toolkit.fluxcd.io/Kustomization",
    "argoproj.io/Application",
  ],
  check,
  message: say({
    tag: ({ kind, name, value }) =>
      `${kind} "${name}" chooses an image by tag "${value}": state the digest that was tested.`,
  }),
});

function* check(resource: Resource, { path }: RuleContext): Iterable<Problem<Flaw>> {
  const environment = environmentOf(path);
  if (environment === "development" || environment === "test") return;
  for (const problem of imagesByTag(resource))
    yield environment === undefined ? { ...problem, severity: "warning" } : problem;
}

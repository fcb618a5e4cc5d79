import { defineRule, type Problem, type Resource, type ResourceRule } from "@plimsoll/core";
import { at, text } from "../../shared-objects/values.ts";
import { flawAt, say, type Flaw } from "../../shared-flaws/flaw.ts";
import { isExactVersion, isTemplated } from "../../shared-gitops/versions.ts";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "gitops/iac-pinned",
  title: "Infrastructure as code runs fixed providers, by a plan that was read",
  severity: "warning",
  confidence: "high",
  surface: "gitops",
  catalogue: ["GO013"],
  aliases: [],
  since: "0.2.0",
  kinds: [
    "pkg.crossplane.io/Provider",
    "pkg.crossplane.io/Configuration",
    "pkg.crossplane.io/Function",
    "infra.contrib.fluxcd.io/Terraform",
  ],
  check: (resource) => (resource.kind === "Terraform" ? terraform(resource) : crossplane(resource)),
  message: say({
    noVersion: ({ kind, name, value }) => `${kind} "${name}" takes package "${value}" at whatever is newest.`,
    moving: ({ kind, name, value }) => `${kind} "${name}" takes package version "${value}", which moves.`,
    tag: ({ kind, name, value }) =>
      `${kind} "${name}" takes a package by tag "${value}": a digest cannot be moved.`,
    unread: ({ name }) => `Terraform "${name}" applies every plan by itself: nobody has to read it.`,
  }),
});

function* crossplane(resource: Resource): Iterable<Problem<Flaw>> {
  const path = ["spec", "package"];
  const image = text(at(resource.value, ...path));
  if (image === undefined || image.includes("@") || isTemplated(image)) return;
  const last = image.slice(image.lastIndexOf("/") + 1);
  const colon = last.indexOf(":");
  const tag = colon < 0 ? undefined : last.slice(colon + 1);
  if (tag === undefined) yield flawAt(resource, "noVersion", path, { value: image });
  else if (isExactVersion(tag)) yield flawAt(resource, "tag", path, { value: tag, severity: "info" });
  else yield flawAt(resource, "moving", path, { value: tag });
}

function* terraform(resource: Resource): Iterable<Problem<Flaw>> {
  const path = ["spec", "approvePlan"];
  if (text(at(resource.value, ...path)) === "auto") yield flawAt(resource, "unread", path);
}

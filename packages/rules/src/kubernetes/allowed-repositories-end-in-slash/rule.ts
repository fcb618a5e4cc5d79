import { defineRule, setInPart, type CelRule } from "@plimsoll/core";
import { oneFix } from "../../shared-objects/fixes.ts";
import { scalarText } from "@plimsoll/syntax";

export const rule: CelRule = defineRule({
  id: "kubernetes/allowed-repositories-end-in-slash",
  title: "A policy's list of registries ends each name with a slash",
  severity: "error",
  confidence: "medium",
  surface: "kubernetes",
  catalogue: ["KM039"],
  aliases: ["trivy:KSV-0124"],
  since: "0.1.0",
  kinds: ["constraints.gatekeeper.sh/K8sAllowedRepos", "constraints.gatekeeper.sh/K8sAllowedReposv2"],
  each: "resources.spec.parameters.repos",
  require: 'type(item) != string || item.endsWith("/") || item.contains("@")',
  problem: "openEnd",
  at: [""],
  message:
    '{kind} "{name}" allows every repository whose name starts with {value}: a registry such as {value}.example.com too.',
  fix: (part) =>
    oneFix("End the name with a slash", "review", setInPart(part, "", `${scalarText(part.node) ?? ""}/`)),
});

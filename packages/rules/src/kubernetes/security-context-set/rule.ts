import {
  defineRule,
  setInPart,
  type CelCheck,
  type CelRule,
  type OptionValue,
  type Part,
} from "@plimsoll/core";
import { asMap, getNode } from "@plimsoll/syntax";
import { oneFix } from "../../shared-objects/fixes.ts";

/** Fields without values are none to Kubernetes, but they are lines that other fixes fill, so nothing is put beside them. */
function addContext(context: OptionValue): NonNullable<CelCheck["fix"]> {
  return (part: Part) => {
    const written = asMap(getNode(part.node, ["securityContext"]));
    if (written !== undefined && written.entries.length > 0) return [];
    const edits = setInPart(part, "securityContext", context);
    return oneFix("Add the restricted security context", "review", edits);
  };
}

export const rule: CelRule = defineRule({
  id: "kubernetes/security-context-set",
  title: "Pods and containers have a security context",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM005"],
  aliases: [
    "trivy:KSV-0118",
    "checkov:CKV_K8S_29",
    "checkov:CKV_K8S_30",
    "kics:pod_or_container_without_security_context",
  ],
  since: "0.1.0",
  each: "pods",
  require: "podSpec.?securityContext.orValue({}).size() > 0",
  problem: "podMissing",
  at: ["securityContext", "podSpec:", "object.spec:"],
  message: 'The pods of {kind} "{name}" have no security context.',
  fix: addContext({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } }),
  also: [
    {
      each: "containers",
      when: 'containerType != "ephemeralContainers"',
      require: "container.?securityContext.orValue({}).size() > 0",
      problem: "containerMissing",
      at: ["securityContext"],
      message: 'Container "{name}" has no security context: what only a container can be denied, it may do.',
      fix: addContext({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ["ALL"] },
        readOnlyRootFilesystem: true,
      }),
    },
  ],
});

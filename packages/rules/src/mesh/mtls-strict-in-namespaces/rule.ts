import { defineRule, type WorkspaceRule } from "@plimsoll/core";
import { companionFix } from "../../shared-workspace/companion.ts";
import { isStrict } from "../../shared-mesh/mtls.ts";
import {
  istioNamespaces,
  namespacePolicies,
  rootNamespaceOf,
  rootNamespaceOption,
} from "../../shared-mesh/scope.ts";

export const rule: WorkspaceRule = defineRule({
  id: "mesh/mtls-strict-in-namespaces",
  title: "Every namespace in the mesh has strict mutual TLS",
  severity: "error",
  confidence: "medium",
  surface: "mesh",
  catalogue: ["MS003"],
  aliases: [],
  since: "0.2.0",
  reads: { kinds: ["Namespace", "PeerAuthentication"] },
  options: { rootNamespace: rootNamespaceOption },
  *judge(inventory, { options }) {
    const root = rootNamespaceOf(options);
    for (const { index, record } of istioNamespaces(inventory)) {
      if (isStrict(inventory, record.name, root)) continue;
      // A policy of its own that is not strict is told where it stands.
      const own = namespacePolicies(inventory, "PeerAuthentication", record.name);
      if (own.some(({ facts = [] }) => !facts.includes("mtls:STRICT") && !facts.includes("mtls:UNSET")))
        continue;
      yield {
        problem: "missing",
        resource: index,
        message: `Namespace "${record.name}" has no PeerAuthentication with mode STRICT, and neither has "${root}": its pods take plain connections.`,
        fixes: companionFix(record, "Add a strict PeerAuthentication", {
          apiVersion: "security.istio.io/v1",
          kind: "PeerAuthentication",
          metadata: { name: "default", namespace: record.name },
          spec: { mtls: { mode: "STRICT" } },
        }),
      };
    }
  },
});

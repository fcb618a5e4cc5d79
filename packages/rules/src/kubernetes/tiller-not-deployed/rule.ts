import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/tiller-not-deployed",
  title: "Tiller is not deployed",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM042"],
  aliases: [
    "trivy:KSV-0102",
    "checkov:CKV_K8S_34",
    "checkov:CKV_K8S_44",
    "checkov:CKV_K8S_45",
    "kics:tiller_is_deployed",
    "kics:tiller_deployment_is_accessible_from_within_the_cluster",
    "kics:tiller_service_is_not_deleted",
  ],
  since: "0.1.0",
  each: "containers",
  require:
    '!(container.?image.orValue("").contains("/tiller:") || container.?image.orValue("").endsWith("/tiller") || container.?image.orValue("").startsWith("tiller:") || container.?image.orValue("") == "tiller" || container.?image.orValue("").contains("/tiller@"))',
  problem: "tiller",
  at: ["image"],
  message:
    'Container "{name}" runs Tiller, the server of Helm 2: it is no longer maintained and lets every pod act as its account.',
  also: [
    {
      each: "resources",
      when: 'kind == "Service"',
      require:
        'object.?spec.?selector.?name.orValue("") != "tiller" && object.?metadata.?name.orValue("") != "tiller-deploy"',
      problem: "tillerService",
      at: ["metadata.name"],
      message: 'Service "{name}" makes Tiller, the server of Helm 2, reachable.',
    },
  ],
});

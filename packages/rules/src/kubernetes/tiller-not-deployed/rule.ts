import { defineRule, type CelRule } from "@plimsoll/core";

const image = 'container.?image.orValue("")';
const IS_TILLER =
  `(${image}.contains("/tiller:") || ${image}.endsWith("/tiller") || ${image}.startsWith("tiller:") || ` +
  `${image} == "tiller" || ${image}.contains("/tiller@"))`;
const LISTENS_LOCALLY = ["command", "args"]
  .map(
    (list) =>
      `container.?${list}.orValue([]).exists(word, word.contains("-listen=localhost:") || word.contains("-listen=127.0.0.1:"))`,
  )
  .join(" || ");

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
  narrows: true,
  since: "0.1.0",
  each: "containers",
  require: `!${IS_TILLER}`,
  problem: "tiller",
  standsFor: ["trivy:KSV-0102", "checkov:CKV_K8S_34", "kics:tiller_is_deployed"],
  at: ["image"],
  message:
    'Container "{name}" runs Tiller, the server of Helm 2: it is no longer maintained and lets every pod act as its account.',
  also: [
    {
      each: "containers",
      when: IS_TILLER,
      require: LISTENS_LOCALLY,
      problem: "tillerListens",
      standsFor: ["checkov:CKV_K8S_45", "kics:tiller_deployment_is_accessible_from_within_the_cluster"],
      at: ["args:", "image"],
      message:
        'Container "{name}" lets every pod of the cluster command Tiller: it does not listen to localhost only.',
    },
    {
      each: "resources",
      when: 'kind == "Service"',
      require:
        'object.?spec.?selector.?name.orValue("") != "tiller" && object.?metadata.?name.orValue("") != "tiller-deploy"',
      problem: "tillerService",
      standsFor: ["checkov:CKV_K8S_44", "kics:tiller_service_is_not_deleted"],
      at: ["metadata.name"],
      message: 'Service "{name}" makes Tiller, the server of Helm 2, reachable.',
    },
  ],
});

import { defineRule, type CelRule } from "@plimsoll/core";

const PULLED = 'container.?image.orValue("") != "" && !container.image.contains("@")';
const ALWAYS_BY_DEFAULT =
  '(!container.image.split("/")[container.image.split("/").size() - 1].contains(":") || container.image.endsWith(":latest"))';

export const rule: CelRule = defineRule({
  id: "kubernetes/image-pull-policy-always",
  title: "Images with a tag are pulled at every start",
  severity: "info",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM002"],
  aliases: [
    "kube-score:container-image-pull-policy",
    "checkov:CKV_K8S_15",
    "polaris:pullPolicyNotAlways",
    "kics:image_pull_policy_of_container_is_not_always",
    "kubescape:C-0075",
  ],
  narrows: true,
  since: "0.1.0",
  options: {
    stated: {
      description:
        "Ask that the policy is stated where Kubernetes' default is Always too: for images without a tag and with the tag latest.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  each: "containers",
  when: PULLED,
  require: `has(container.imagePullPolicy) ? container.imagePullPolicy == "Always" : ${ALWAYS_BY_DEFAULT}`,
  problem: "notAlways",
  at: ["imagePullPolicy"],
  message:
    'Container "{name}" may start an image that its node kept, without asking the registry whether it may.',
  fix: {
    title: "Always pull the image",
    safety: "review",
    set: [{ path: "imagePullPolicy", value: "Always" }],
  },
  also: [
    {
      each: "containers",
      when: `params.stated && ${PULLED} && ${ALWAYS_BY_DEFAULT}`,
      require: "has(container.imagePullPolicy)",
      problem: "notStated",
      standsFor: ["polaris:pullPolicyNotAlways"],
      at: ["imagePullPolicy"],
      message:
        'Container "{name}" leaves it to the tag of its image whether it is pulled: imagePullPolicy is not stated.',
      fix: { title: "State the policy", safety: "safe", set: [{ path: "imagePullPolicy", value: "Always" }] },
    },
  ],
});

import { defineRule, type CelRule } from "@plimsoll/core";

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
  since: "0.1.0",
  each: "containers",
  when: 'container.?image.orValue("") != "" && !container.image.contains("@")',
  require:
    'has(container.imagePullPolicy) ? container.imagePullPolicy == "Always" : (!container.image.split("/")[container.image.split("/").size() - 1].contains(":") || container.image.endsWith(":latest"))',
  problem: "notAlways",
  at: ["imagePullPolicy"],
  message:
    'Container "{name}" may start an image that its node kept, without asking the registry whether it may.',
  fix: {
    title: "Always pull the image",
    safety: "review",
    set: [{ path: "imagePullPolicy", value: "Always" }],
  },
});

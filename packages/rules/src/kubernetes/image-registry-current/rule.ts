import { defineRule, type CelRule } from "@plimsoll/core";
import { moveImage } from "../../shared-images/frozen-registries.ts";

export const rule: CelRule = defineRule({
  id: "kubernetes/image-registry-current",
  title: "Images come from registries that still exist",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM001"],
  aliases: ["kubescape:C-0253", "gatekeeper:disallowedrepos"],
  narrows: true,
  since: "0.1.0",
  options: {
    left: {
      description:
        "Further registries that nothing may come from any more: starts of references as they are written, such as old.example.org/.",
      schema: { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true },
      default: [],
    },
  },
  each: "containers",
  require:
    '!container.?image.orValue("").startsWith("k8s.gcr.io/") && !container.?image.orValue("").startsWith("gcr.io/google_containers/") && !container.?image.orValue("").startsWith("gcr.io/google-containers/")',
  problem: "frozen",
  at: ["image"],
  message:
    'Container "{name}" takes its image from a registry of Kubernetes that was frozen in 2023: use registry.k8s.io.',
  fix: moveImage,
  also: [
    {
      each: "containers",
      require: '!params.left.exists(start, container.?image.orValue("").startsWith(start))',
      problem: "left",
      standsFor: ["gatekeeper:disallowedrepos"],
      at: ["image"],
      message: 'Container "{name}" takes {value} from a registry that the configuration has given up.',
    },
  ],
});

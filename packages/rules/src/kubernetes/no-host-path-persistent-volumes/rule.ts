import { defineRule, type CelRule } from "@plimsoll/core";

export const rule: CelRule = defineRule({
  id: "kubernetes/no-host-path-persistent-volumes",
  title: "Persistent volumes are not folders of a node",
  severity: "error",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM013"],
  aliases: ["kics:workload_mounting_with_sensitive_os_directory"],
  since: "0.1.0",
  kinds: ["/PersistentVolume"],
  each: "resources",
  require: "!has(object.?spec.hostPath)",
  problem: "hostPath",
  at: ["spec.hostPath.path", "spec.hostPath:"],
  message: 'PersistentVolume "{name}" is the folder {value} of a node.',
});

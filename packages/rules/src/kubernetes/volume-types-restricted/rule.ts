import { defineRule, type CelRule } from "@plimsoll/core";

/** Allowed by the restricted level. */
const ALLOWED = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "image",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/** All others that Kubernetes knows, but for `hostPath`, which has a rule of its own. */
const FORBIDDEN = [
  "gcePersistentDisk",
  "awsElasticBlockStore",
  "gitRepo",
  "nfs",
  "iscsi",
  "glusterfs",
  "rbd",
  "flexVolume",
  "cinder",
  "cephfs",
  "flocker",
  "fc",
  "azureFile",
  "vsphereVolume",
  "quobyte",
  "azureDisk",
  "portworxVolume",
  "photonPersistentDisk",
  "scaleIO",
  "storageos",
];

const has = (types: readonly string[]): string => types.map((type) => `has(item.${type})`).join(" || ");

export const rule: CelRule = defineRule({
  id: "kubernetes/volume-types-restricted",
  title: "Pods mount only volumes whose source Kubernetes controls",
  severity: "warning",
  confidence: "high",
  surface: "kubernetes",
  catalogue: ["KM041"],
  aliases: ["psa:restrictedVolumes", "trivy:KSV-0028"],
  since: "0.1.0",
  each: "pods.volumes",
  when: `!(${has(ALLOWED)})`,
  require: `!(${has(FORBIDDEN)})`,
  problem: "forbiddenType",
  at: FORBIDDEN.map((type) => `${type}:`),
  message:
    'Volume "{item}" of {kind} "{name}" is of type {value}, which the restricted level does not allow.',
});

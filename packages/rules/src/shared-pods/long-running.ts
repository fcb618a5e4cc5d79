/** Kinds whose containers run until they are told to stop. Jobs and what makes jobs run to an end. */
export const LONG_RUNNING_KINDS: readonly string[] = [
  "/Pod",
  "/ReplicationController",
  "apps/Deployment",
  "apps/StatefulSet",
  "apps/DaemonSet",
  "apps/ReplicaSet",
  "extensions/Deployment",
  "extensions/DaemonSet",
  "extensions/ReplicaSet",
  "argoproj.io/Rollout",
  "apps.openshift.io/DeploymentConfig",
  "apps.kruise.io/CloneSet",
  "apps.kruise.io/StatefulSet",
  "apps.kruise.io/DaemonSet",
  "leaderworkerset.x-k8s.io/LeaderWorkerSet",
];

/**
 * CEL: a container that runs as long as its pod, in a pod that is restarted when it ends. An init container with
 * `restartPolicy: Always` is a sidecar and runs as long.
 */
export const LONG_RUNNING: string =
  'podSpec.?restartPolicy.orValue("Always") == "Always" && (containerType == "containers" || ' +
  '(containerType == "initContainers" && container.?restartPolicy.orValue("") == "Always"))';

/** Kinds whose containers run until they are told to stop. Jobs and what makes jobs run to an end. */
export const LONG_RUNNING_KINDS: readonly string[] = [
  "Pod",
  "ReplicationController",
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "Rollout",
  "DeploymentConfig",
  "CloneSet",
  "LeaderWorkerSet",
];

/**
 * CEL: a container that runs as long as its pod, in a pod that is restarted when it ends. An init container with
 * `restartPolicy: Always` is a sidecar and runs as long.
 */
export const LONG_RUNNING: string =
  'podSpec.?restartPolicy.orValue("Always") == "Always" && (containerType == "containers" || ' +
  '(containerType == "initContainers" && container.?restartPolicy.orValue("") == "Always"))';

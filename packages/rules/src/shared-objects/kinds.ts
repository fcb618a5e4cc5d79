import { workloadKinds } from "@plimsoll/syntax";

/** Every kind that makes pods, as `group/Kind`. */
export const WORKLOADS: readonly string[] = [...workloadKinds()];

/** Workloads and what makes them reachable. */
export const WORKLOADS_AND_NETWORK: readonly string[] = [
  ...WORKLOADS,
  "/Service",
  "networking.k8s.io/Ingress",
];

/** The kinds with a namespace that applications are made of. */
export const NAMESPACED: readonly string[] = [
  ...WORKLOADS_AND_NETWORK,
  "/ConfigMap",
  "/Secret",
  "/ServiceAccount",
  "/PersistentVolumeClaim",
  "autoscaling/HorizontalPodAutoscaler",
  "policy/PodDisruptionBudget",
  "networking.k8s.io/NetworkPolicy",
  "rbac.authorization.k8s.io/Role",
  "rbac.authorization.k8s.io/RoleBinding",
];

/** Workloads that keep a number of equal pods running. */
export const REPLICATED: readonly string[] = [
  "apps/Deployment",
  "apps/StatefulSet",
  "apps.openshift.io/DeploymentConfig",
  "argoproj.io/Rollout",
];

/** Kinds of {@link REPLICATED} without their groups, for CEL. */
export const CONTROLLERS_WITH_REPLICAS: readonly string[] = REPLICATED.map((kind) =>
  kind.slice(kind.indexOf("/") + 1),
);

/** Kinds whose pods must always restart, without their groups, for CEL. */
export const LONG_RUNNING: readonly string[] = [
  ...["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController"],
];

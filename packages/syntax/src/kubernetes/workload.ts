/** A step into an object: a key, or `*` for each element of a list and each value of a map. */
export type PathStep = string;

/** Where the pod specs of a kind stand: the path to what holds `metadata` and `spec` of the pod. */
const POD_TEMPLATES: ReadonlyMap<string, readonly PathStep[]> = new Map([
  ["/Pod", []],
  ["/PodTemplate", ["template"]],
  ["/ReplicationController", ["spec", "template"]],
  ["apps/Deployment", ["spec", "template"]],
  ["apps/StatefulSet", ["spec", "template"]],
  ["apps/DaemonSet", ["spec", "template"]],
  ["apps/ReplicaSet", ["spec", "template"]],
  ["extensions/Deployment", ["spec", "template"]],
  ["extensions/DaemonSet", ["spec", "template"]],
  ["extensions/ReplicaSet", ["spec", "template"]],
  ["batch/Job", ["spec", "template"]],
  ["batch/CronJob", ["spec", "jobTemplate", "spec", "template"]],
  ["argoproj.io/Rollout", ["spec", "template"]],
  ["serving.knative.dev/Service", ["spec", "template"]],
  ["serving.knative.dev/Configuration", ["spec", "template"]],
  ["serving.knative.dev/Revision", []],
  ["sources.knative.dev/ContainerSource", ["spec", "template"]],
  ["apps.openshift.io/DeploymentConfig", ["spec", "template"]],
  ["apps.kruise.io/CloneSet", ["spec", "template"]],
  ["apps.kruise.io/StatefulSet", ["spec", "template"]],
  ["apps.kruise.io/DaemonSet", ["spec", "template"]],
  ["keda.sh/ScaledJob", ["spec", "jobTargetRef", "template"]],
  ["jobset.x-k8s.io/JobSet", ["spec", "replicatedJobs", "*", "template", "spec", "template"]],
  ["leaderworkerset.x-k8s.io/LeaderWorkerSet", ["spec", "leaderWorkerTemplate", "*"]],
  ["argoproj.io/AnalysisTemplate", ["spec", "metrics", "*", "provider", "job", "spec", "template"]],
  ["argoproj.io/ClusterAnalysisTemplate", ["spec", "metrics", "*", "provider", "job", "spec", "template"]],
]);

/**
 * Kinds that are often written with `apiVersion: v1`, although their group is another one: OpenShift once took that for
 * DeploymentConfig, and for the others nothing else can be meant.
 */
const WITHOUT_GROUP: ReadonlyMap<string, readonly PathStep[]> = new Map(
  ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "DeploymentConfig", "Job", "CronJob"].map(
    (kind) => [kind, kind === "CronJob" ? ["spec", "jobTemplate", "spec", "template"] : ["spec", "template"]],
  ),
);

/** Path from an object to what holds the `metadata` and `spec` of its pods; undefined for kinds that make none. */
export function podTemplatePath(group: string, kind: string): readonly PathStep[] | undefined {
  return POD_TEMPLATES.get(`${group}/${kind}`) ?? (group === "" ? WITHOUT_GROUP.get(kind) : undefined);
}

/** Kinds that make pods, as `group/Kind` (the core group is empty). */
export function workloadKinds(): Iterable<string> {
  return POD_TEMPLATES.keys();
}

/** The lists of containers of a pod spec, in the order in which they start. */
export const CONTAINER_LISTS = ["initContainers", "containers", "ephemeralContainers"] as const;

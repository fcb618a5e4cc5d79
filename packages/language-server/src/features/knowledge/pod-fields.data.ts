import { field, type FieldWords } from "./field-words.ts";

/** Fields of pods and their volumes. */
export const podFields: Readonly<Record<string, FieldWords>> = {
  "PodSpec.containers": field("The containers of the pod. They start together and share its network.", [
    "containers-not-privileged",
    "image-from-approved-source",
    "security-context-set",
  ]),
  "PodSpec.initContainers": field(
    "Containers that run one after another, to their end, before the others start.",
    ["containers-not-privileged", "image-from-approved-source"],
  ),
  "PodSpec.ephemeralContainers": field("Containers that a person adds to a running pod to look into it.", [
    "containers-not-privileged",
    "image-from-approved-source",
  ]),
  "PodSpec.securityContext": field(
    "Security settings for all containers of the pod. A container's own settings win.",
    ["security-context-set", "run-as-non-root", "seccomp-profile-set"],
    "no settings: the image decides on the user, and no seccomp profile confines it",
  ),
  "PodSpec.hostNetwork": field(
    "Puts the pod into the network of its node: it sees the node's interfaces, and network policies do not hold it.",
    ["host-network-not-shared"],
    "`false`",
  ),
  "PodSpec.hostPID": field(
    "Lets the containers see and signal every process of the node.",
    ["host-pid-not-shared"],
    "`false`",
  ),
  "PodSpec.hostIPC": field(
    "Lets the containers use the shared memory and message queues of the node.",
    ["host-ipc-not-shared"],
    "`false`",
  ),
  "PodSpec.hostUsers": field(
    "`false` gives the pod a user namespace of its own, so that root inside is nobody on the node.",
    [],
    "`true`",
  ),
  "PodSpec.shareProcessNamespace": field(
    "Lets the containers of the pod see each other's processes, with their environment and files.",
    ["process-namespace-not-shared"],
    "`false`",
  ),
  "PodSpec.automountServiceAccountToken": field(
    "Whether a token for the API of the cluster is put into every container.",
    ["service-account-token-not-mounted", "default-service-account-without-token"],
    "what the service account says, or else `true`",
  ),
  "PodSpec.serviceAccountName": field(
    "The service account whose rights the pod has.",
    ["service-account-named", "service-account-exists", "service-account-not-shared"],
    "`default`",
  ),
  "PodSpec.serviceAccount": field("The old name of `serviceAccountName`.", ["service-account-field-current"]),
  "PodSpec.priorityClassName": field(
    "The priority class, which decides what gives way when the cluster is full.",
    ["priority-class-set"],
    "the cluster's default class, or priority 0",
  ),
  "PodSpec.restartPolicy": field(
    "When containers that ended are started again.",
    ["restart-policy-valid"],
    "`Always`",
  ),
  "PodSpec.affinity": field("Rules on which nodes, and beside which pods, the pod may or should run.", [
    "node-affinity-set",
    "pod-anti-affinity-set",
  ]),
  "PodSpec.nodeSelector": field("Labels that a node must have for the pod to run there.", [
    "node-affinity-set",
    "no-vendor-markers",
  ]),
  "PodSpec.topologySpreadConstraints": field(
    "How evenly equal pods are spread over zones, nodes or other domains.",
    ["topology-spread-set"],
  ),
  "PodSpec.hostAliases": field(
    "Lines for the file `/etc/hosts` of the containers, which no DNS policy sees.",
    ["no-host-aliases"],
  ),
  "PodSpec.dnsConfig": field("Settings of the resolver in the containers.", ["dns-options-set"]),
  "PodSpec.volumes": field("What the containers can mount.", [
    "no-host-path-volumes",
    "volume-types-restricted",
    "runtime-socket-not-mounted",
    "volume-claim-exists",
  ]),
  "PodSpec.imagePullSecrets": field("Secrets with the credentials of image registries.", ["secret-exists"]),
  "PodSecurityContext.runAsNonRoot": field(
    "Kubernetes refuses to start a container whose user is root.",
    ["run-as-non-root"],
    "`false`: root may run",
  ),
  "PodSecurityContext.runAsUser": field(
    "The number of the user that all containers run as.",
    ["user-not-root", "user-id-high"],
    "the user that the image states",
  ),
  "PodSecurityContext.runAsGroup": field(
    "The number of the primary group of all containers.",
    ["groups-not-root", "group-id-high"],
    "the group that the image states, or root",
  ),
  "PodSecurityContext.fsGroup": field(
    "A group that all containers belong to, and that owns mounted volumes.",
    ["groups-not-root"],
  ),
  "PodSecurityContext.supplementalGroups": field("Further groups of all containers.", ["groups-not-root"]),
  "PodSecurityContext.seccompProfile": field(
    "Which system calls the containers may make.",
    ["seccomp-profile-set", "seccomp-not-unconfined"],
    "`Unconfined`, unless the kubelet is set otherwise",
  ),
  "PodSecurityContext.appArmorProfile": field("The AppArmor profile that confines the containers.", [
    "apparmor-not-unconfined",
  ]),
  "PodSecurityContext.seLinuxOptions": field("The SELinux label of the containers.", [
    "selinux-options-default",
  ]),
  "PodSecurityContext.sysctls": field("Kernel parameters for the pod.", ["sysctls-safe"]),
  "PodSecurityContext.windowsOptions": field("Settings for containers on Windows.", [
    "windows-host-process-not-used",
  ]),
  "Sysctl.name": field("The name of the kernel parameter.", ["sysctls-safe"]),
  "Volume.hostPath": field("A file or folder of the node.", [
    "no-host-path-volumes",
    "runtime-socket-not-mounted",
    "volume-types-restricted",
  ]),
  "Volume.persistentVolumeClaim": field("A claim on storage that outlives the pod.", [
    "volume-claim-exists",
    "read-write-once-volume-not-shared",
  ]),
  "Volume.configMap": field("A ConfigMap as files.", ["config-map-exists"]),
  "Volume.secret": field("A Secret as files, kept in memory.", ["secret-exists"]),
  "Volume.emptyDir": field("An empty folder that lives as long as the pod.", ["ephemeral-storage-limited"]),
  "HostPathVolumeSource.path": field("The path on the node.", [
    "no-host-path-volumes",
    "runtime-socket-not-mounted",
  ]),
  "HostAlias.ip": field("The address of the line.", ["no-host-aliases"]),
  "TopologySpreadConstraint.maxSkew": field(
    "How far the numbers of pods in two domains may differ, at least 1.",
    ["topology-spread-set"],
  ),
  "TopologySpreadConstraint.topologyKey": field("The label of nodes whose values are the domains.", [
    "topology-spread-set",
  ]),
  "TopologySpreadConstraint.whenUnsatisfiable": field(
    "`DoNotSchedule` lets a pod wait, `ScheduleAnyway` only prefers an even spread.",
    ["topology-spread-set"],
  ),
};

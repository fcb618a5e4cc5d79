import { field, type FieldWords } from "./field-words.ts";

const requests = [
  "cpu-request-set",
  "memory-request-set",
  "ephemeral-storage-limited",
  "resources-within-maximum",
];
const limits = ["memory-limit-set", "cpu-limit-set", "ephemeral-storage-limited", "resources-within-maximum"];

/** Fields of containers. */
export const containerFields: Readonly<Record<string, FieldWords>> = {
  "Container.name": field("The name of the container, unique in its pod.", []),
  "Container.image": field("The image that the container runs.", [
    "image-from-approved-source",
    "image-pinned-by-digest",
    "image-tag-stated",
    "image-registry-current",
  ]),
  "Container.imagePullPolicy": field(
    "When the node asks the registry for the image.",
    ["image-pull-policy-always"],
    "`Always` for the tag `latest` and without a tag, otherwise `IfNotPresent`",
  ),
  "Container.securityContext": field(
    "Security settings of this container. They win over those of the pod.",
    ["security-context-set", "containers-not-privileged", "no-privilege-escalation", "capabilities-dropped"],
    "the settings of the pod",
  ),
  "Container.resources": field("What the container is promised, and the most that it may use.", [
    ...new Set([...limits, ...requests]),
  ]),
  "Container.livenessProbe": field(
    "The check by which Kubernetes sees that a container hangs and restarts it.",
    ["liveness-probe-present", "probes-differ", "probe-ports-declared", "probes-stay-local"],
    "no check: only the end of the process is seen",
  ),
  "Container.readinessProbe": field(
    "The check that decides whether a container gets traffic.",
    ["readiness-probe-present", "probes-differ", "probe-ports-declared", "probes-stay-local"],
    "no check: traffic comes as soon as the container runs",
  ),
  "Container.startupProbe": field(
    "The check that holds the other probes back until a slow program has started.",
    ["probe-ports-declared", "probes-stay-local"],
  ),
  "Container.ports": field("Ports that the container listens on, as a note for people and for names.", [
    "no-host-ports",
    "container-ports-unprivileged",
    "no-ssh-port",
    "ports-valid",
  ]),
  "Container.env": field("Environment variables of the container.", [
    "no-credentials-in-environment",
    "secrets-not-in-environment",
    "environment-names-unique",
  ]),
  "Container.envFrom": field("ConfigMaps and Secrets whose every key becomes an environment variable.", [
    "secrets-not-in-environment",
    "config-map-exists",
    "secret-exists",
  ]),
  "Container.command": field(
    "The program of the container with its arguments, in place of the image's entry point.",
    ["entrypoint-without-sudo"],
    "the entry point of the image",
  ),
  "Container.args": field(
    "Arguments of the program.",
    ["no-credentials-in-environment", "entrypoint-without-sudo"],
    "the command of the image",
  ),
  "Container.volumeMounts": field("Where volumes of the pod appear in the container.", [
    "root-filesystem-read-only",
    "runtime-socket-not-mounted",
  ]),
  "Container.lifecycle": field("Hooks after the start and before the end of the container.", [
    "probes-stay-local",
  ]),
  "Container.tty": field("Gives the container a terminal.", ["no-interactive-containers"], "`false`"),
  "Container.stdin": field(
    "Holds the input of the container open.",
    ["no-interactive-containers"],
    "`false`",
  ),
  "SecurityContext.privileged": field(
    "Gives the container every right that root on the node has, with all its devices.",
    ["containers-not-privileged"],
    "`false`",
  ),
  "SecurityContext.allowPrivilegeEscalation": field(
    "Whether a process may gain more rights than its parent, such as through a setuid program.",
    ["no-privilege-escalation"],
    "`true`",
  ),
  "SecurityContext.readOnlyRootFilesystem": field(
    "Makes the container's own file system read-only; what must be written goes into volumes.",
    ["root-filesystem-read-only"],
    "`false`",
  ),
  "SecurityContext.runAsNonRoot": field(
    "Kubernetes refuses to start the container if its user is root.",
    ["run-as-non-root"],
    "what the pod says, or else `false`",
  ),
  "SecurityContext.runAsUser": field(
    "The number of the user that the container runs as.",
    ["user-not-root", "user-id-high"],
    "what the pod says, or else the user that the image states",
  ),
  "SecurityContext.runAsGroup": field(
    "The number of the primary group of the container.",
    ["groups-not-root", "group-id-high"],
    "what the pod says, or else the group that the image states",
  ),
  "SecurityContext.capabilities": field(
    "Single rights of root that the container gets or loses.",
    ["capabilities-dropped", "no-added-capabilities", "no-dangerous-capabilities"],
    "the list of the container runtime, about fourteen capabilities",
  ),
  "SecurityContext.seccompProfile": field(
    "Which system calls the container may make.",
    ["seccomp-profile-set", "seccomp-not-unconfined"],
    "what the pod says",
  ),
  "SecurityContext.appArmorProfile": field(
    "The AppArmor profile that confines the container.",
    ["apparmor-not-unconfined"],
    "what the pod says",
  ),
  "SecurityContext.seLinuxOptions": field(
    "The SELinux label of the container.",
    ["selinux-options-default"],
    "what the pod says",
  ),
  "SecurityContext.procMount": field(
    "Whether the runtime hides the sensitive parts of `/proc`.",
    ["proc-mount-default"],
    "`Default`: they are hidden",
  ),
  "SecurityContext.windowsOptions": field("Settings for a container on Windows.", [
    "windows-host-process-not-used",
  ]),
  "WindowsSecurityContextOptions.hostProcess": field(
    "Runs the container as a process of its Windows node, with its rights.",
    ["windows-host-process-not-used"],
    "`false`",
  ),
  "Capabilities.drop": field("Capabilities that are taken away; `ALL` takes every one.", [
    "capabilities-dropped",
  ]),
  "Capabilities.add": field("Capabilities that are given.", [
    "no-added-capabilities",
    "no-dangerous-capabilities",
  ]),
  "SeccompProfile.type": field(
    "`RuntimeDefault` is the list of the container runtime, `Localhost` a file of the node, `Unconfined` no limit.",
    ["seccomp-not-unconfined", "seccomp-profile-set"],
  ),
  "AppArmorProfile.type": field(
    "`RuntimeDefault` is the profile of the container runtime, `Localhost` one that the node has loaded, `Unconfined` none.",
    ["apparmor-not-unconfined"],
  ),
  "SELinuxOptions.type": field("The SELinux type; those for containers start with `container_`.", [
    "selinux-options-default",
  ]),
  "SELinuxOptions.user": field("The SELinux user.", ["selinux-options-default"]),
  "SELinuxOptions.role": field("The SELinux role.", ["selinux-options-default"]),
  "ResourceRequirements.limits": field(
    "The most that the container may use: CPU is throttled, and too much memory ends it.",
    limits,
    "no limit, or that of a LimitRange",
  ),
  "ResourceRequirements.requests": field(
    "What is set aside for the container when a node is chosen.",
    requests,
    "the limits, or the values of a LimitRange",
  ),
  "ContainerPort.containerPort": field("The port that the program listens on.", [
    "container-ports-unprivileged",
    "no-ssh-port",
    "ports-valid",
  ]),
  "ContainerPort.hostPort": field("Opens this port of the node for the container.", ["no-host-ports"]),
  "ContainerPort.hostIP": field("The address of the node that `hostPort` listens on.", ["no-host-ports"]),
  "ContainerPort.name": field("A name by which Services and probes can refer to the port.", [
    "ports-valid",
    "service-target-port-declared",
  ]),
  "EnvVar.name": field("The name of the variable.", ["environment-names-unique"]),
  "EnvVar.value": field("The value, which everybody can read who can read the manifest.", [
    "no-credentials-in-environment",
    "environment-value-from-one-source",
  ]),
  "EnvVar.valueFrom": field("Where the value is read from.", [
    "secrets-not-in-environment",
    "environment-value-from-one-source",
  ]),
  "EnvVarSource.secretKeyRef": field(
    "A key of a Secret. What is in the environment leaks more easily than a file.",
    ["secrets-not-in-environment", "secret-exists"],
  ),
  "EnvVarSource.configMapKeyRef": field("A key of a ConfigMap.", ["config-map-exists"]),
  "EnvFromSource.secretRef": field("A Secret whose every key becomes a variable.", [
    "secrets-not-in-environment",
    "secret-exists",
  ]),
  "EnvFromSource.configMapRef": field("A ConfigMap whose every key becomes a variable.", [
    "config-map-exists",
  ]),
  "HTTPGetAction.host": field(
    "The host that is asked, which should be left out.",
    ["probes-stay-local"],
    "the address of the pod",
  ),
  "HTTPGetAction.port": field("The number or the name of the port that is asked.", ["probe-ports-declared"]),
  "TCPSocketAction.host": field("The host that is asked.", ["probes-stay-local"], "the address of the pod"),
  "TCPSocketAction.port": field("The number or the name of the port that is asked.", [
    "probe-ports-declared",
  ]),
};

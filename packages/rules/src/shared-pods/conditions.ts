/** CEL: the pod is not declared as a Windows pod, so the fields that only Linux has mean something in it. */
export const NOT_WINDOWS: string = 'podSpec.?os.?name.orValue("") != "windows"';

/** CEL: as {@link NOT_WINDOWS} from Kubernetes 1.25 on, where the Pod Security Standards began to exempt Windows pods. */
export const HELD_TO_LINUX_RULES: string =
  '!(kubernetesMinor >= 25 && podSpec.?os.?name.orValue("") == "windows")';

/**
 * CEL: user 0 of the pod may be user 0 of the node. From Kubernetes 1.35 on the Pod Security Standards let a pod in a user
 * namespace of its own (`hostUsers: false`) run as root, since its root is nobody on the node.
 */
export const ROOT_IS_ROOT: string = "!(kubernetesMinor >= 35 && podSpec.?hostUsers.orValue(true) == false)";

/** CEL: a container that can have resources, ports and probes; ephemeral containers cannot. */
export const NOT_EPHEMERAL: string = 'containerType != "ephemeralContainers"';

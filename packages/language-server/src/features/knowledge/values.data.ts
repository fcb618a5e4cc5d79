/** Values that rules ask for, by definition and field: they are offered first. */
export const askedValues: Readonly<Record<string, string>> = {
  "SecurityContext.privileged": "false",
  "SecurityContext.allowPrivilegeEscalation": "false",
  "SecurityContext.readOnlyRootFilesystem": "true",
  "SecurityContext.runAsNonRoot": "true",
  "SecurityContext.procMount": "Default",
  "PodSecurityContext.runAsNonRoot": "true",
  "PodSpec.hostNetwork": "false",
  "PodSpec.hostPID": "false",
  "PodSpec.hostIPC": "false",
  "PodSpec.shareProcessNamespace": "false",
  "PodSpec.automountServiceAccountToken": "false",
  "ServiceAccount.automountServiceAccountToken": "false",
  "SeccompProfile.type": "RuntimeDefault",
  "AppArmorProfile.type": "RuntimeDefault",
  "Container.imagePullPolicy": "Always",
  "ServiceSpec.type": "ClusterIP",
  "DeploymentStrategy.type": "RollingUpdate",
  "PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy": "AlwaysAllow",
};

/** Values that the schema leaves open but that are nearly always meant, by definition and field. */
export const usualValues: Readonly<Record<string, readonly string[]>> = {
  "Capabilities.drop": ["ALL"],
  "Capabilities.add": ["NET_BIND_SERVICE"],
  "PolicyRule.verbs": ["get", "list", "watch", "create", "update", "patch", "delete"],
  "RoleRef.kind": ["Role", "ClusterRole"],
  "RoleRef.apiGroup": ["rbac.authorization.k8s.io"],
  "Subject.kind": ["ServiceAccount", "Group", "User"],
  "Subject.apiGroup": ["rbac.authorization.k8s.io"],
  "TopologySpreadConstraint.topologyKey": ["kubernetes.io/hostname", "topology.kubernetes.io/zone"],
  "PodAffinityTerm.topologyKey": ["kubernetes.io/hostname", "topology.kubernetes.io/zone"],
  "NetworkPolicySpec.policyTypes": ["Ingress", "Egress"],
};

const resources = ["cpu", "memory", "ephemeral-storage"];

/** Keys of maps that the schema leaves open but that are nearly always meant, by definition and field. */
export const usualKeys: Readonly<Record<string, readonly string[]>> = {
  "ResourceRequirements.limits": resources,
  "ResourceRequirements.requests": resources,
  "ObjectMeta.labels": [
    "app.kubernetes.io/name",
    "app.kubernetes.io/instance",
    "app.kubernetes.io/version",
    "app.kubernetes.io/component",
    "app.kubernetes.io/part-of",
    "app.kubernetes.io/managed-by",
    "pod-security.kubernetes.io/enforce",
    "pod-security.kubernetes.io/audit",
    "pod-security.kubernetes.io/warn",
  ],
  "PodSpec.nodeSelector": ["kubernetes.io/os", "kubernetes.io/arch"],
};

/** Values of keys that mean something to Kubernetes whatever map they stand in, the one that rules ask for first. */
export const valuesOfKeys: Readonly<Record<string, readonly string[]>> = {
  "pod-security.kubernetes.io/enforce": ["restricted", "baseline", "privileged"],
  "pod-security.kubernetes.io/audit": ["restricted", "baseline", "privileged"],
  "pod-security.kubernetes.io/warn": ["restricted", "baseline", "privileged"],
  "kubernetes.io/os": ["linux", "windows"],
  "kubernetes.io/arch": ["amd64", "arm64"],
};

import { field, type FieldWords } from "./field-words.ts";

/** Fields of objects and of what is no pod. */
export const objectFields: Readonly<Record<string, FieldWords>> = {
  "ObjectMeta.name": field("The name of the object, unique for its kind in its namespace.", [
    "resources-unique",
  ]),
  "ObjectMeta.namespace": field(
    "The namespace that the object lives in.",
    ["namespace-stated", "namespace-not-default", "namespace-not-reserved"],
    "the namespace of whoever applies it, often `default`",
  ),
  "ObjectMeta.labels": field("Keys and values by which objects are selected and grouped.", [
    "labels-recommended",
    "label-values-valid",
    "required-metadata-set",
    "namespace-enforces-pod-security",
  ]),
  "ObjectMeta.annotations": field("Keys and values for tools and people; nothing is selected by them.", [
    "required-metadata-set",
    "no-vendor-markers",
    "ingress-without-snippets",
    "policy-exceptions-justified",
  ]),
  "PersistentVolumeSpec.hostPath": field("A folder of a node as storage.", [
    "no-host-path-persistent-volumes",
  ]),
  "DeploymentSpec.replicas": field(
    "How many pods run.",
    ["replicas-sufficient", "autoscaled-workload-without-replicas", "disruption-budget-below-replicas"],
    "1",
  ),
  "DeploymentSpec.strategy": field("How pods are replaced at an update.", ["rollout-strategy-safe"]),
  "DeploymentSpec.selector": field(
    "The labels by which the Deployment knows its pods. It cannot be changed later.",
    ["selector-matches-template"],
  ),
  "DeploymentSpec.revisionHistoryLimit": field(
    "How many old versions stay for a way back.",
    ["rollout-strategy-safe"],
    "10",
  ),
  "DeploymentStrategy.type": field(
    "`RollingUpdate` replaces pods little by little, `Recreate` ends all of them first.",
    ["rollout-strategy-safe"],
    "`RollingUpdate`",
  ),
  "RollingUpdateDeployment.maxUnavailable": field(
    "How many pods may be missing during an update.",
    ["rollout-strategy-safe"],
    "25%",
  ),
  "StatefulSetSpec.replicas": field("How many pods run.", ["replicas-sufficient"], "1"),
  "StatefulSetSpec.serviceName": field("The headless Service that gives the pods their names.", [
    "stateful-set-service-exists",
  ]),
  "StatefulSetSpec.updateStrategy": field("How pods are replaced at an update.", ["rollout-strategy-safe"]),
  "StatefulSetSpec.selector": field("The labels by which the StatefulSet knows its pods.", [
    "selector-matches-template",
  ]),
  "DaemonSetSpec.updateStrategy": field("How pods are replaced at an update.", ["rollout-strategy-safe"]),
  "DaemonSetSpec.selector": field("The labels by which the DaemonSet knows its pods.", [
    "selector-matches-template",
  ]),
  "ReplicaSetSpec.replicas": field("How many pods run.", ["replicas-sufficient"], "1"),
  "JobSpec.ttlSecondsAfterFinished": field(
    "Seconds after which a finished Job is removed.",
    ["finished-jobs-removed"],
    "never",
  ),
  "CronJobSpec.startingDeadlineSeconds": field(
    "Seconds by which a run may start late; after that it is left out.",
    ["cron-job-deadline-set"],
    "no deadline",
  ),
  "ServiceSpec.type": field(
    "How the Service can be reached: inside the cluster, through a port of every node, or a load balancer.",
    ["no-node-port-services", "no-load-balancer-services", "no-external-name-services"],
    "`ClusterIP`",
  ),
  "ServiceSpec.selector": field("The labels of the pods that get the traffic.", [
    "service-selects-pods",
    "service-selectors-unique",
  ]),
  "ServiceSpec.externalIPs": field("Addresses whose traffic every node takes for this Service.", [
    "no-external-ips",
  ]),
  "ServiceSpec.externalName": field("A name outside the cluster that the Service stands for.", [
    "no-external-name-services",
  ]),
  "ServiceSpec.ports": field("The ports of the Service.", [
    "service-target-port-declared",
    "no-ssh-port",
    "ports-valid",
  ]),
  "ServicePort.targetPort": field(
    "The number or name of the pods' port that gets the traffic.",
    ["service-target-port-declared", "no-ssh-port"],
    "the same number as `port`",
  ),
  "ServicePort.nodePort": field("The port that is opened on every node.", ["no-node-port-services"]),
  "IngressSpec.tls": field("The hosts that are served over TLS, and the Secrets with their certificates.", [
    "ingress-uses-tls",
  ]),
  "IngressSpec.ingressClassName": field("The controller that serves the Ingress.", [
    "ingress-class-declared",
  ]),
  "IngressSpec.rules": field("Which hosts and paths lead to which Services.", [
    "ingress-hosts-exact",
    "ingress-hosts-unique",
    "ingress-backend-exists",
  ]),
  "IngressSpec.defaultBackend": field("Where requests go that no rule fits.", ["ingress-backend-exists"]),
  "IngressRule.host": field(
    "The host of the request.",
    ["ingress-hosts-exact", "ingress-hosts-unique"],
    "every host",
  ),
  "NetworkPolicySpec.podSelector": field(
    "The pods that the policy is about; an empty one means all of the namespace.",
    ["network-policy-selects-pods", "network-default-deny", "pods-have-network-policy"],
  ),
  "NetworkPolicySpec.policyTypes": field(
    "Which directions the policy governs: `Ingress`, `Egress` or both.",
    ["network-default-deny"],
  ),
  "NetworkPolicySpec.ingress": field("Who may reach the pods; nobody where the list is empty.", [
    "network-policy-narrow",
    "network-default-deny",
  ]),
  "NetworkPolicySpec.egress": field("Whom the pods may reach; nobody where the list is empty.", [
    "network-policy-narrow",
    "network-default-deny",
  ]),
  "PodDisruptionBudgetSpec.minAvailable": field("How many pods must stay when nodes are emptied.", [
    "disruption-budget-allows-eviction",
    "disruption-budget-below-replicas",
  ]),
  "PodDisruptionBudgetSpec.maxUnavailable": field("How many pods may be missing when nodes are emptied.", [
    "disruption-budget-allows-eviction",
  ]),
  "PodDisruptionBudgetSpec.selector": field("The pods that the budget protects.", [
    "disruption-budget-selects-pods",
  ]),
  "PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy": field(
    "Whether broken pods may be evicted while the budget is not met.",
    ["disruption-budget-evicts-unhealthy"],
    "`IfHealthyBudget`",
  ),
  "HorizontalPodAutoscalerSpec.minReplicas": field("The fewest pods.", ["autoscaler-range-set"], "1"),
  "HorizontalPodAutoscalerSpec.maxReplicas": field("The most pods.", ["autoscaler-range-set"]),
  "HorizontalPodAutoscalerSpec.metrics": field("What is measured.", ["autoscaler-range-set"]),
  "HorizontalPodAutoscalerSpec.scaleTargetRef": field("The workload whose pods are counted.", [
    "autoscaler-target-exists",
  ]),
  "PolicyRule.verbs": field("What may be done: `get`, `list`, `create` and others; `*` is everything.", [
    "roles-without-wildcards",
    "roles-impersonate-nobody",
    "roles-grant-no-roles",
  ]),
  "PolicyRule.resources": field("The kinds of objects, in plural and lower case; `*` is every kind.", [
    "roles-without-wildcards",
    "roles-read-no-secrets",
    "roles-create-no-pods",
    "roles-exec-into-no-pods",
  ]),
  "PolicyRule.apiGroups": field("The API groups of the kinds; the empty text is the core group.", [
    "roles-without-wildcards",
  ]),
  "RoleRef.name": field("The role that is given. It cannot be changed later.", [
    "cluster-admin-not-bound",
    "bound-role-exists",
  ]),
  "Subject.name": field("The user, group or service account that gets the role.", [
    "default-service-account-not-bound",
    "masters-group-not-bound",
    "no-anonymous-subjects",
  ]),
  "ServiceAccount.automountServiceAccountToken": field(
    "Whether pods of this service account get its token, unless they say otherwise.",
    ["default-service-account-without-token", "service-account-token-not-mounted"],
    "`true`",
  ),
  "Secret.data": field("The values in base64, which is no encryption.", ["secret-values-encrypted"]),
  "Secret.stringData": field("The values as text.", ["secret-values-encrypted"]),
  "ConfigMap.data": field("The values as text. They are not secret.", ["no-credentials-in-config-maps"]),
};

/**
 * The API versions of Kubernetes that were deprecated, one a line: API version, kinds, minor version of 1.x that deprecated it, minor
 * version that removed it, and where something takes its place that API version, the minor version that first serves it and `same`
 * where every field stays. From the lifecycle declarations of the Go module `k8s.io/api` (0.34 and 0.37) and, for kinds that it no
 * longer carries, from the deprecated API migration guide of Kubernetes.
 */
export const apiLifecycleTable: string = `
admissionregistration.k8s.io/v1alpha1 ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding 29 32 admissionregistration.k8s.io/v1 30
admissionregistration.k8s.io/v1alpha1 MutatingAdmissionPolicy,MutatingAdmissionPolicyBinding 35 38 admissionregistration.k8s.io/v1 36
admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration,ValidatingWebhookConfiguration 16 22 admissionregistration.k8s.io/v1 16
admissionregistration.k8s.io/v1beta1 ValidatingAdmissionPolicy,ValidatingAdmissionPolicyBinding 31 34 admissionregistration.k8s.io/v1 30
admissionregistration.k8s.io/v1beta1 MutatingAdmissionPolicy,MutatingAdmissionPolicyBinding 37 40 admissionregistration.k8s.io/v1 36
apiextensions.k8s.io/v1beta1 CustomResourceDefinition 16 22 apiextensions.k8s.io/v1 16
apiregistration.k8s.io/v1alpha1 APIService 10 22 apiregistration.k8s.io/v1 10 same
apiregistration.k8s.io/v1beta1 APIService 19 22 apiregistration.k8s.io/v1 10 same
apps/v1beta1 ControllerRevision,Deployment,StatefulSet 8 16 apps/v1 9 same
apps/v1beta2 ControllerRevision,DaemonSet,Deployment,ReplicaSet,StatefulSet 9 16 apps/v1 9 same
autoscaling/v2beta1 HorizontalPodAutoscaler 22 25 autoscaling/v2 23
autoscaling/v2beta2 HorizontalPodAutoscaler 23 26 autoscaling/v2 23 same
batch/v1beta1 CronJob 21 25 batch/v1 21 same
batch/v2alpha1 ScheduledJob 4 8
batch/v2alpha1 CronJob 16 21 batch/v1 21 same
certificates.k8s.io/v1alpha1 CertificateSigningRequest 4 8
certificates.k8s.io/v1alpha1 ClusterTrustBundle 34 37 certificates.k8s.io/v1 37
certificates.k8s.io/v1alpha1 PodCertificateRequest 37 40 certificates.k8s.io/v1 37
certificates.k8s.io/v1beta1 CertificateSigningRequest 19 22 certificates.k8s.io/v1 19
certificates.k8s.io/v1beta1 ClusterTrustBundle,PodCertificateRequest 37 40 certificates.k8s.io/v1 37
coordination.k8s.io/v1alpha2 LeaseCandidate 35 38
coordination.k8s.io/v1beta1 Lease 19 22 coordination.k8s.io/v1 14 same
coordination.k8s.io/v1beta1 LeaseCandidate 36 39
discovery.k8s.io/v1alpha1 EndpointSlice 17 22 discovery.k8s.io/v1 21
discovery.k8s.io/v1beta1 EndpointSlice 21 25 discovery.k8s.io/v1 21
events.k8s.io/v1beta1 Event 22 25 events.k8s.io/v1 19
extensions/v1beta1 DaemonSet,Deployment,ReplicaSet 8 16 apps/v1 9 same
extensions/v1beta1 NetworkPolicy 9 16 networking.k8s.io/v1 7 same
extensions/v1beta1 PodSecurityPolicy 11 16
extensions/v1beta1 Ingress 14 22 networking.k8s.io/v1 19
flowcontrol.apiserver.k8s.io/v1beta1 FlowSchema,PriorityLevelConfiguration 23 26 flowcontrol.apiserver.k8s.io/v1 29
flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema,PriorityLevelConfiguration 26 29 flowcontrol.apiserver.k8s.io/v1 29
flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema,PriorityLevelConfiguration 29 32 flowcontrol.apiserver.k8s.io/v1 29 same
lifecycle.k8s.io/v1alpha1 EvictionRequest 40 43
networking.k8s.io/v1beta1 Ingress 19 22 networking.k8s.io/v1 19
networking.k8s.io/v1beta1 IngressClass 19 22 networking.k8s.io/v1 19 same
networking.k8s.io/v1beta1 IPAddress,ServiceCIDR 34 37 networking.k8s.io/v1 33 same
node.k8s.io/v1beta1 RuntimeClass 22 25 node.k8s.io/v1 20 same
policy/v1beta1 PodSecurityPolicy 21 25
policy/v1beta1 PodDisruptionBudget 21 25 policy/v1 21 same
rbac.authorization.k8s.io/v1alpha1 ClusterRole,ClusterRoleBinding,Role,RoleBinding 17 22 rbac.authorization.k8s.io/v1 8 same
rbac.authorization.k8s.io/v1beta1 ClusterRole,ClusterRoleBinding,Role,RoleBinding 17 22 rbac.authorization.k8s.io/v1 8 same
resource.k8s.io/v1alpha3 DeviceTaintRule 36 39 resource.k8s.io/v1 37
resource.k8s.io/v1alpha3 ResourcePoolStatusRequest 39 42
resource.k8s.io/v1beta1 DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice 35 38 resource.k8s.io/v1 34
resource.k8s.io/v1beta2 DeviceClass,ResourceClaim,ResourceClaimTemplate,ResourceSlice 36 39 resource.k8s.io/v1 34
resource.k8s.io/v1beta2 DeviceTaintRule 39 42 resource.k8s.io/v1 37
scheduling.k8s.io/v1alpha1 PriorityClass 14 22 scheduling.k8s.io/v1 14 same
scheduling.k8s.io/v1beta1 PriorityClass 14 22 scheduling.k8s.io/v1 14 same
scheduling.k8s.io/v1beta1 PodGroup,Workload 40 43
settings.k8s.io/v1alpha1 PodPreset 18 20
storage.k8s.io/v1alpha1 CSIStorageCapacity,VolumeAttachment 21 24 storage.k8s.io/v1 24 same
storage.k8s.io/v1alpha1 VolumeAttributesClass 32 35 storage.k8s.io/v1 34 same
storage.k8s.io/v1beta1 CSINode 17 22 storage.k8s.io/v1 17 same
storage.k8s.io/v1beta1 CSIDriver,StorageClass,VolumeAttachment 19 22 storage.k8s.io/v1 18 same
storage.k8s.io/v1beta1 CSIStorageCapacity 24 27 storage.k8s.io/v1 24 same
storage.k8s.io/v1beta1 VolumeAttributesClass 34 37 storage.k8s.io/v1 34 same
storagemigration.k8s.io/v1alpha1 StorageVersionMigration 33 36 storagemigration.k8s.io/v1 37 same
storagemigration.k8s.io/v1beta1 StorageVersionMigration 37 40 storagemigration.k8s.io/v1 37 same
`;

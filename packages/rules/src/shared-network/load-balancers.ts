/** CEL: an annotation of a provider keeps the Service's load balancer off the internet. */
export const IS_INTERNAL_BALANCER: string = [
  'object.?metadata.?annotations[?"cloud.google.com/load-balancer-type"].orValue("").lowerAscii() == "internal"',
  'object.?metadata.?annotations[?"networking.gke.io/load-balancer-type"].orValue("").lowerAscii() == "internal"',
  'object.?metadata.?annotations[?"service.beta.kubernetes.io/aws-load-balancer-internal"].orValue("false") != "false"',
  'object.?metadata.?annotations[?"service.beta.kubernetes.io/aws-load-balancer-scheme"].orValue("") == "internal"',
  'object.?metadata.?annotations[?"service.beta.kubernetes.io/azure-load-balancer-internal"].orValue("") == "true"',
  'object.?metadata.?annotations[?"service.beta.kubernetes.io/openstack-internal-load-balancer"].orValue("") == "true"',
  'object.?metadata.?annotations[?"service.kubernetes.io/qcloud-loadbalancer-internal-subnetid"].orValue("") != ""',
].join(" || ");

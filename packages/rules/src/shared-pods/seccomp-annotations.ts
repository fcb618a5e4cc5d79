/** The first minor version that reads the field only. Before it, the API server copied the annotations into the field. */
export const FIELD_ONLY_MINOR = 27;

const CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
const POD = "seccomp.security.alpha.kubernetes.io/pod";
/** Meant for PodSecurityPolicies; on a pod it never did anything, although people and tools take it for a profile. */
const DEFAULT = "seccomp.security.alpha.kubernetes.io/defaultProfileName";

const asks = (key: string): string =>
  `!(podMetadata.?annotations[?${key}].orValue("unconfined") in ["", "unconfined"])`;

const readOnes = [asks(`"${CONTAINER}" + container.?name.orValue("")`), asks(`"${POD}"`)];

/** CEL: an annotation gives the container a profile, if Kubernetes reads it. */
export const PROFILE_IN_ANNOTATION: string = `(${readOnes.join(" || ")})`;

/** CEL: somebody took an annotation for a profile that Kubernetes does not read, or reads no more. */
export const PROFILE_IN_VAIN: string = `(kubernetesMinor >= ${FIELD_ONLY_MINOR} && (${[...readOnes, asks(`"${DEFAULT}"`)].join(" || ")}))`;

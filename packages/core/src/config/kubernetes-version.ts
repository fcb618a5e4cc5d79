/** The newest minor version of Kubernetes 1.x that the rules know. */
export const NEWEST_KUBERNETES_MINOR = 37;

/**
 * The minor number of a Kubernetes version: `1.34`, `v1.34`, `v1.34.2`, `v1.34.2+rke2r1` give 34, `latest` the newest that
 * the rules know. Undefined for anything else.
 */
export function parseKubernetesVersion(text: string): number | undefined {
  if (text === "latest") return NEWEST_KUBERNETES_MINOR;
  const match = /^v?1\.(0|[1-9][0-9]{0,2})(?:\.[0-9]{1,5})?(?:[-+][0-9A-Za-z.+-]{1,64})?$/.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** Where a host of Istio's routing is: `perhaps` where the name alone does not tell. */
export type HostPlace = "mesh" | "outside" | "perhaps";

/**
 * Where a host is, by its name: names without a dot are Services of the own namespace, those below `svc`, `local` and `global`
 * Services in full; `a.b` may be a Service in a namespace or a domain. The API server and the control plane of Istio have no
 * proxy, and are outside.
 */
export function placeOfHost(host: string): HostPlace {
  if (isApiServer(host) || isControlPlane(host)) return "outside";
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length === 1 || last === "local" || last === "svc" || last === "global") return "mesh";
  return labels.length === 2 && labels[0] !== "*" ? "perhaps" : "outside";
}

/** Istio's own documentation turns TLS of the mesh off for it. */
function isApiServer(host: string): boolean {
  return host === "kubernetes.default" || host.startsWith("kubernetes.default.svc");
}

/** `istiod`, or that of a revision: it serves its own certificate. */
function isControlPlane(host: string): boolean {
  const [name = ""] = host.split(".", 1);
  return name === "istiod" || name.startsWith("istiod-");
}

/** Name and namespace of the Service that a host of the mesh stands for. */
export function serviceOfHost(
  host: string,
  namespace: string | undefined,
): { readonly name: string; readonly namespace: string } {
  const [name = "", own] = host.split(".", 3);
  return { name, namespace: own ?? namespace ?? "" };
}

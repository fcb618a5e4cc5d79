/** Where a host of Istio's routing is: `perhaps` where the name alone does not tell. */
export type HostPlace = "mesh" | "outside" | "perhaps";

/**
 * Where a host is, by its name: names without a dot are Services of the own namespace, those below `svc`, `local` and `global`
 * Services in full; `a.b` may be a Service in a namespace or a domain. The API server has no proxy, and is outside.
 */
export function placeOfHost(host: string): HostPlace {
  if (isApiServer(host)) return "outside";
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  if (labels.length === 1 || last === "local" || last === "svc" || last === "global") return "mesh";
  return labels.length === 2 && labels[0] !== "*" ? "perhaps" : "outside";
}

/** Istio's own documentation turns TLS of the mesh off for it. */
function isApiServer(host: string): boolean {
  return host === "kubernetes.default" || host.startsWith("kubernetes.default.svc");
}

/** Name and namespace of the Service that a host of the mesh stands for. */
export function serviceOfHost(
  host: string,
  namespace: string | undefined,
): { readonly name: string; readonly namespace: string } {
  const [name = "", own] = host.split(".", 3);
  return { name, namespace: own ?? namespace ?? "" };
}

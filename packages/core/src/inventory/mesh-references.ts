import { asSequence, getNode, scalarText, type YamlNode } from "@plimsoll/syntax";
import type { Resource } from "../rule/rule.ts";
import type { RawReference } from "./references.ts";

const ROUTES: ReadonlySet<string> = new Set(["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"]);

/** Rules and routes of one object that are read at most. */
const MAXIMUM = 500;

/**
 * Names of other objects in those of a mesh: gateways of routes (`gateways`, `parentRefs`), subsets that a VirtualService sends to
 * (`subset`, by `host/subset`), service accounts that an AuthorizationPolicy trusts (`principals`).
 */
export function meshReferences({ group, kind, node }: Resource): readonly RawReference[] {
  if (group === "networking.istio.io" && kind === "VirtualService")
    return [...gateways(node), ...subsets(node)];
  if (group === "gateway.networking.k8s.io" && ROUTES.has(kind)) return parents(node);
  return group === "security.istio.io" && kind === "AuthorizationPolicy" ? principals(node) : [];
}

function items(node: YamlNode | undefined, path: readonly string[]): readonly YamlNode[] {
  return asSequence(getNode(node, path))?.items.slice(0, MAXIMUM) ?? [];
}

function span({ start, end }: YamlNode): RawReference["at"] {
  return { start, end };
}

/** `mesh` stands for the proxies themselves. */
function gateways(node: YamlNode): RawReference[] {
  return items(node, ["spec", "gateways"]).flatMap((item) => {
    const text = scalarText(item);
    if (text === undefined || text === "mesh") return [];
    const slash = text.indexOf("/");
    const namespace = slash < 0 ? undefined : text.slice(0, slash);
    return [
      {
        kind: "Gateway",
        name: text.slice(slash + 1),
        ...(namespace === undefined || namespace === "." ? {} : { namespace }),
        via: "gateways",
        at: span(item),
      },
    ];
  });
}

function subsets(node: YamlNode): RawReference[] {
  return ["http", "tcp", "tls"]
    .flatMap((list) => items(node, ["spec", list]))
    .flatMap((rule) => items(rule, ["route"]))
    .flatMap((route) => {
      const place = getNode(route, ["destination", "subset"]);
      const host = scalarText(getNode(route, ["destination", "host"]));
      const name = scalarText(place);
      if (place === undefined || host === undefined || name === undefined) return [];
      return [{ kind: "Subset", name: `${host}/${name}`, via: "subset", at: span(place) }];
    });
}

/** A route may hang on a Service too, for traffic inside the mesh. */
function parents(node: YamlNode): RawReference[] {
  return items(node, ["spec", "parentRefs"]).flatMap((parent) => {
    const place = getNode(parent, ["name"]);
    const name = scalarText(place);
    const namespace = scalarText(getNode(parent, ["namespace"]));
    if (place === undefined || name === undefined) return [];
    if ((scalarText(getNode(parent, ["kind"])) ?? "Gateway") !== "Gateway") return [];
    return [
      {
        kind: "Gateway",
        name,
        ...(namespace === undefined ? {} : { namespace }),
        via: "parentRefs",
        at: span(place),
      },
    ];
  });
}

/** A principal is written `trust.domain/ns/NAMESPACE/sa/ACCOUNT`. */
function principals(node: YamlNode): RawReference[] {
  return items(node, ["spec", "rules"])
    .flatMap((rule) => items(rule, ["from"]))
    .flatMap((from) => items(from, ["source", "principals"]))
    .flatMap((item) => {
      const [, ns, namespace, sa, name] = scalarText(item)?.split("/", 6) ?? [];
      if (ns !== "ns" || sa !== "sa" || namespace === undefined || name === undefined) return [];
      return [{ kind: "ServiceAccount", name, namespace, via: "principals", at: span(item) }];
    });
}

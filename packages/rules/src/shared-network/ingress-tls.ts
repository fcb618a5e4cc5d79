import { setInPart, type Part, type ProposedFix } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import { at, list, text } from "../shared-objects/values.ts";

/** Gives an Ingress TLS for the hosts that it names, with a Secret named after it. None where it names no host. */
export function addTls(part: Part): readonly ProposedFix[] {
  const hosts = list(at(part.value, "spec", "rules")).flatMap((rule) => text(at(rule, "host")) ?? []);
  const named = [...new Set(hosts)].filter((host) => host !== "");
  if (named.length === 0) return [];
  const secretName = `${part.resource.name}-tls`;
  return oneFix(
    "Serve TLS for its hosts",
    "review",
    setInPart(part, "spec.tls", [{ hosts: named, secretName }]),
  );
}

import {
  defineRule,
  type Candidate,
  type Inventory,
  type Problem,
  type Resource,
  type ResourceRule,
} from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { at, isObject, text } from "../../shared-objects/values.ts";
import { flawAt, flawAtKey, mend, say, withValue, type Flaw } from "../../shared-flaws/flaw.ts";
import { isStrict } from "../../shared-mesh/mtls.ts";

const ROOT = "istio-system";

export const rule: ResourceRule<Flaw> = defineRule<Flaw>({
  id: "mesh/mtls-strict",
  title: "Peer authentication demands mutual TLS",
  severity: "error",
  confidence: "high",
  surface: "mesh",
  catalogue: ["MS003"],
  aliases: [],
  since: "0.2.0",
  kinds: ["security.istio.io/PeerAuthentication"],
  check,
  message: say({
    notStrict: ({ name, value }) =>
      `PeerAuthentication "${name}" has mode ${value}: its pods take connections that prove no identity.`,
    portNotStrict: ({ name, value }) =>
      `PeerAuthentication "${name}" has mode ${value} on a port: it takes connections that prove no identity.`,
    unset: ({ name }) =>
      `PeerAuthentication "${name}" states no mode, and no wider policy of the workspace demands mutual TLS.`,
  }),
  fix: mend,
  settle,
});

const TITLE = "Set the mode to STRICT";

function* check(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  yield* judge(resource, text(at(spec, "mtls", "mode")), {
    path: ["spec", "mtls", "mode"],
    problem: "notStrict",
  });
  const ports = at(spec, "portLevelMtls");
  if (!isObject(ports)) return;
  for (const [port, settings] of Object.entries(ports)) {
    const path = ["spec", "portLevelMtls", port, "mode"];
    const mode = text(at(settings, "mode"));
    if (mode !== undefined && mode.toUpperCase() !== "UNSET")
      yield* judge(resource, mode, { path, problem: "portNotStrict" });
  }
}

function* judge(
  resource: Resource,
  mode: string | undefined,
  { path, problem }: { readonly path: YamlPath; readonly problem: string },
): Iterable<Problem<Flaw>> {
  const repair = withValue(path, "STRICT", TITLE);
  const stated = mode?.toUpperCase() ?? "UNSET";
  if (stated === "STRICT") return;
  if (stated === "UNSET") yield flawAtKey(resource, "unset", path, { repair });
  else yield flawAt(resource, problem, path, { value: stated, repair });
}

/** A policy without a mode takes that of the wider scope: of its namespace where it is for some pods, else of the mesh. */
function settle({ problem, resource }: Candidate, inventory: Inventory): boolean {
  if (problem !== "unset" || resource === undefined) return true;
  return !isStrict(inventory, resource.namespace ?? "", ROOT);
}

import type { Problem, Resource } from "@plimsoll/core";
import { flawAt, flawAtKey, type Flaw } from "../shared-flaws/flaw.ts";
import { at, list, text } from "../shared-objects/values.ts";
import { applicationPath } from "./applications.ts";
import { isTemplated } from "./versions.ts";

/** What an AppProject leaves open, and Applications in the project that limits nothing. */
export function* argoTenancy(resource: Resource): Iterable<Problem<Flaw>> {
  if (resource.kind === "AppProject") {
    yield* project(resource);
    return;
  }
  const path = [...applicationPath(resource), "project"];
  const name = text(at(resource.value, ...path));
  const isWhole = at(resource.value, ...path.slice(0, -1), "destination") !== undefined;
  if (name === "default" || name === "" || (name === undefined && isWhole))
    yield flawAt(resource, "defaultProject", path);
}

function* project(resource: Resource): Iterable<Problem<Flaw>> {
  const spec = at(resource.value, "spec");
  for (const [index, source] of list(at(spec, "sourceRepos")).entries()) {
    if (text(source) === "*") yield flawAt(resource, "anySource", ["spec", "sourceRepos", index]);
  }
  for (const [index, destination] of list(at(spec, "destinations")).entries()) {
    for (const [key, value] of [
      ["namespace", "namespace"],
      ["server", "cluster"],
      ["name", "cluster"],
    ] as const) {
      if (text(at(destination, key)) === "*")
        yield flawAt(resource, "anyDestination", ["spec", "destinations", index, key], { value });
    }
  }
  for (const [index, allowed] of list(at(spec, "clusterResourceWhitelist")).entries()) {
    if (text(at(allowed, "kind")) === "*" && text(at(allowed, "group")) === "*")
      yield flawAt(resource, "anyClusterResource", ["spec", "clusterResourceWhitelist", index, "kind"]);
  }
}

/** The namespace of Flux itself, whose objects are the platform's. */
const PLATFORM = "flux-system";

/** Objects of Flux that are applied with its own rights, or take from other tenants. */
export function* fluxTenancy(resource: Resource, isMultiTenant: boolean): Iterable<Problem<Flaw>> {
  const { namespace, value } = resource;
  const spec = at(value, "spec");
  const suffix = isMultiTenant ? "" : "BesideTenants";
  const source = sourceOf(resource);
  if (namespace === PLATFORM || source === undefined) return;
  if (text(at(spec, "serviceAccountName")) === undefined)
    yield flawAtKey(resource, `noAccount${suffix}`, ["spec", "serviceAccountName"]);
  const path = [...source, "namespace"];
  const other = text(at(value, ...path));
  if (other === undefined || namespace === undefined || other === namespace || isTemplated(other)) return;
  yield flawAt(resource, `otherNamespace${suffix}`, path, { value: other });
}

/** Where an object names its source; undefined for patches, which name none. */
function sourceOf({ value }: Resource): readonly string[] | undefined {
  return [
    ["spec", "sourceRef"],
    ["spec", "chartRef"],
    ["spec", "chart", "spec", "sourceRef"],
  ].find((path) => at(value, ...path) !== undefined);
}

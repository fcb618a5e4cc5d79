import {
  embeddedMeshConfiguration,
  meshConfigurationPath,
  type Problem,
  type Resource,
} from "@plimsoll/core";
import type { YamlPath } from "@plimsoll/syntax";
import { flawAt, flawAtKey, withValue, type Flaw } from "../shared-flaws/flaw.ts";
import { at, text } from "../shared-objects/values.ts";

/** An object's configuration of the mesh: `path` leads to it, or to the text that holds it. */
export interface MeshConfiguration {
  readonly path: YamlPath;
  readonly value: unknown;
  /** Whether it stands as text inside a ConfigMap. */
  readonly isEmbedded: boolean;
}

/** The mesh configuration that an object states or should state; undefined for other objects. */
export function meshConfigurationOf(resource: Resource): MeshConfiguration | undefined {
  const path = meshConfigurationPath(resource);
  if (path !== undefined) return { path, value: at(resource.value, ...path), isEmbedded: false };
  const value = embeddedMeshConfiguration(resource);
  return value === undefined ? undefined : { path: ["data", "mesh"], value, isEmbedded: true };
}

/** A mesh whose proxies let traffic leave for addresses that nothing declares: also where nothing is stated, since that is the default. */
export function* outboundProblem(resource: Resource): Iterable<Problem<Flaw>> {
  const configuration = meshConfigurationOf(resource);
  if (configuration === undefined) return;
  const { path, value, isEmbedded } = configuration;
  const mode = text(at(value, "outboundTrafficPolicy", "mode"));
  if (mode === "REGISTRY_ONLY") return;
  const words = mode ?? "the default";
  if (isEmbedded) {
    yield flawAtKey(resource, "allowsAny", path, { value: words });
    return;
  }
  const place = [...path, "outboundTrafficPolicy", "mode"];
  yield flawAt(resource, "allowsAny", place, {
    value: words,
    repair: withValue(place, "REGISTRY_ONLY", "Set the mode to REGISTRY_ONLY"),
  });
}

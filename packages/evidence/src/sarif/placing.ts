import { messageOf, uriOf } from "./sarif-text.ts";
import type { RelatedLocation, ResourceIdentity } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";
import type {
  SarifArtifact,
  SarifArtifactLocation,
  SarifLocation,
  SarifLogicalLocation,
  SarifRegion,
} from "./sarif-log.ts";

/** The name that stands for the root of the workspace; the reader resolves it. */
export const SOURCE_ROOT = "%SRCROOT%";

/** The files that a run speaks about, each with its index. */
export class ArtifactList {
  readonly #locations = new Map<string, SarifArtifactLocation>();

  /** The location of a file, entered on first use. */
  locate(file: string): SarifArtifactLocation {
    const known = this.#locations.get(file);
    if (known !== undefined) return known;
    const location = { uri: uriOf(file), uriBaseId: SOURCE_ROOT, index: this.#locations.size };
    this.#locations.set(file, location);
    return location;
  }

  get artifacts(): readonly SarifArtifact[] {
    return [...this.#locations.values()].map((location) => ({ location, roles: ["analysisTarget"] }));
  }
}

export function regionOf(range: Range): SarifRegion {
  return {
    startLine: range.start.line,
    startColumn: range.start.column,
    endLine: range.end.line,
    endColumn: range.end.column,
  };
}

/** A place in a file, or the whole file. */
export function locationOf(file: string, range: Range | undefined, artifacts: ArtifactList): SarifLocation {
  const artifactLocation = artifacts.locate(file);
  return {
    physicalLocation:
      range === undefined ? { artifactLocation } : { artifactLocation, region: regionOf(range) },
  };
}

/** `id` is unique among the result's locations, so that viewers can name it. */
export function relatedLocationOf(
  related: RelatedLocation,
  id: number,
  artifacts: ArtifactList,
): SarifLocation {
  return { id, ...locationOf(related.file, related.range, artifacts), message: messageOf(related.message) };
}

export function logicalLocationOf(resource: ResourceIdentity): SarifLogicalLocation {
  const namespace = resource.namespace === undefined ? [] : [resource.namespace];
  const fullyQualifiedName = [resource.apiVersion, resource.kind, ...namespace, resource.name].join("/");
  return { name: resource.name, fullyQualifiedName, kind: "resource" };
}

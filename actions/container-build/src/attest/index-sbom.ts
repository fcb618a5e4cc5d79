import { isRecord, listOf, memberOf, textOf } from "@plimsoll/core/json";
import { imageStatement, PREDICATE_TYPES, type Statement } from "@plimsoll/core/release-evidence";
import type { Sbom } from "./sbom.ts";

/**
 * One SBOM for an image of several platforms: the components of all of them, each marked with its platform. Who asks about the index
 * gets an answer, and an image without components stays without.
 */
export function indexSbom(
  sboms: readonly Sbom[],
  image: { readonly name: string; readonly digest: string },
): Statement {
  const [first] = sboms;
  const specVersion = textOf(memberOf(first?.statement.predicate, "specVersion")) ?? "1.6";
  const predicate = {
    bomFormat: "CycloneDX",
    specVersion,
    version: 1,
    metadata: {
      component: { type: "container", "bom-ref": image.digest, name: image.name, version: image.digest },
    },
    components: sboms.flatMap(({ platform: { platform }, statement }) =>
      listOf(memberOf(statement.predicate, "components")).map((component, index) =>
        marked(component, platform, index),
      ),
    ),
  };
  return imageStatement(image, PREDICATE_TYPES.sbom[0], predicate);
}

/** References must be unique in one document, so each begins with its platform. */
function marked(component: unknown, platform: string, index: number): object {
  const known = isRecord(component) ? component : {};
  const reference = textOf(known["bom-ref"]) ?? String(index);
  const property = { name: "plimsoll:platform", value: platform };
  return {
    ...known,
    "bom-ref": `${platform}:${reference}`,
    properties: [...listOf(known["properties"]), property],
  };
}

import { asMap, getNode, parseYaml, scalarText } from "@plimsoll/syntax";

/** The base image that a hardening manifest gives as arguments of the build. */
export interface ManifestArguments {
  readonly image: string | undefined;
  readonly tag: string | undefined;
}

/** `args` of a hardening manifest, from its text. */
export function manifestArguments(text: string): ManifestArguments {
  const root = parseYaml(text).documents.find(({ document }) => document.root !== undefined)?.document.root;
  const args = asMap(getNode(root, ["args"]));
  return {
    image: scalarText(getNode(args, ["BASE_IMAGE"])),
    tag: scalarText(getNode(args, ["BASE_TAG"])),
  };
}

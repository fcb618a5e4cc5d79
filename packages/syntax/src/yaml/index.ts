export { parseYamlDocument } from "./document.ts";
export { parseJson } from "./json.ts";
export { kubernetesValue } from "./kubernetes-schema.ts";
export type * from "./nodes.ts";
export { parseYaml, type ParseYamlOptions } from "./parse.ts";
export {
  asMap,
  asScalar,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  getNode,
  resolveAlias,
  scalarText,
  type YamlPath,
} from "./read.ts";
export { companionOffset, renderCompanion } from "./edit/append-document.ts";
export { toValue, type YamlPlain, type YamlPlainObject, type YamlSchema } from "./value.ts";
export { nodeAtOffset, walkYaml, type YamlStep, type YamlVisit } from "./walk.ts";
export {
  insertItem,
  removeAt,
  renameKey,
  replaceScalar,
  setValue,
  setValues,
  type YamlChange,
} from "./edit.ts";

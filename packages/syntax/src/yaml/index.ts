export { parseYamlDocument } from "./document.ts";
export type * from "./nodes.ts";
export { parseYaml, type ParseYamlOptions } from "./parse.ts";
export {
  asMap,
  asScalar,
  asSequence,
  entryName,
  getEntry,
  getNode,
  resolveAlias,
  scalarText,
  type YamlPath,
} from "./read.ts";
export { toValue, type YamlPlain, type YamlPlainObject } from "./value.ts";
export { nodeAtOffset, walkYaml, type YamlStep, type YamlVisit } from "./walk.ts";

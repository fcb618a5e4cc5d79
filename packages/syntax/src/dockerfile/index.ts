export type * from "./nodes.ts";
export { LogicalLine } from "./logical-line.ts";
export {
  MAX_DOCKERFILE_LENGTH,
  MAX_INSTRUCTIONS,
  type ParseDockerfileOptions,
  parseDockerfile,
} from "./parse-dockerfile.ts";
export { DOCKERFILE_KEYWORDS } from "./keywords.ts";
export { PLATFORM_ARGS, PROXY_ARGS } from "./predefined.ts";
export {
  DOCKERFILE_BUILD_CODES,
  DOCKERFILE_PARSE_CODES,
  type DockerfileBuildCode,
  type DockerfileParseCode,
  type DockerfileProblemCode,
  isDockerfileParseProblem,
} from "./problems.ts";
export { environmentAt, resolveWord, unquote } from "./environment.ts";
export { flagValue } from "./flags.ts";
export type { Lookup, VariableValue } from "./variables.ts";
export { type Mount, type MountOption, mountOption, mountsOf } from "./mounts.ts";
export {
  type ExternalImage,
  type ExternalImageKind,
  externalImages,
  finalStage,
  type FromSource,
  fromSource,
  neededStages,
  stageChain,
} from "./graph.ts";
export {
  appendFlag,
  insertAfter,
  insertBefore,
  insertWordAfter,
  insertWordBefore,
  lineBreakOf,
  removeInstruction,
  replaceSpan,
} from "./edit.ts";
export { isDockerfileName, isDockerignoreName } from "./file-name.ts";
export { type Dockerignore, type DockerignoreRule, parseDockerignore } from "./dockerignore.ts";

export {
  DEFAULT_REGISTRY,
  type ImageReference,
  type ImageReferenceFault,
  type ImageReferenceProblem,
  type ImageReferenceResult,
  type ImageReferenceSpans,
  normalizeImage,
  parseImageReference,
} from "./reference.ts";
export { type DigestFault, digestFault } from "./digest.ts";
export { matchesImagePattern } from "./pattern.ts";

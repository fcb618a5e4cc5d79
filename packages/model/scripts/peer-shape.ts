import { peerSurfaces, peerTools, type PeerCheck } from "../src/peer-checks.ts";
import { flag, matching, oneOf, optional, text, type Shape } from "./shape.ts";

/** A check of another tool. */
export const peerCheckShape: Shape<PeerCheck> = {
  tool: oneOf(peerTools),
  id: matching(/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/),
  surface: oneOf(peerSurfaces),
  meaning: text,
  name: optional(text),
  optional: optional(flag),
  reason: optional(text),
};

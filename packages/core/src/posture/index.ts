export { assessPosture, judgeRequirements, scoreOf } from "./assess-posture.ts";
export { isAudience } from "./attestations.ts";
export type * from "./evidence/evidence-set.ts";
export { EVIDENCE_CHECKS, judgeEvidence } from "./evidence/judge-evidence.ts";
export type { PostureRequest } from "./posture-context.ts";
export type * from "./posture.ts";

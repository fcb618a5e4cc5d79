export type { PromotedImage } from "./image.ts";
export {
  TARGET_KINDS,
  type FileChange,
  type PinnedPlace,
  type PromotionPlan,
  type PromotionRemark,
  type PromotionRequest,
  type Refusal,
  type TargetKind,
} from "./plan.ts";
export { planPromotion } from "./plan-promotion.ts";
export { branchName, branchPrefix } from "./record/branch-name.ts";
export {
  commitMessage,
  promotionTitle,
  readPromotion,
  type RecordedPromotion,
  type Trailer,
} from "./record/commit-message.ts";
export { pullRequestBody } from "./record/pull-request-body.ts";
export type { PromotionOrder, PromotionOutcome, PromotionPorts } from "./run/order.ts";
export { planInRepository, promote } from "./run/promote.ts";

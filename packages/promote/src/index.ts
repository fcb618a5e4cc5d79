export { planPromotion } from "./plan-promotion.ts";
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

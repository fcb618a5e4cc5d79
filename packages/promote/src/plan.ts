import type { RepositoryFile } from "@plimsoll/core/promotion";
import type { Position, TextEdit } from "@plimsoll/syntax";
import type { PromotedImage } from "./image.ts";

/** The forms in which files pin an image. */
export const TARGET_KINDS = ["kustomize", "helm-values", "flux", "argocd", "plain"] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What is to be promoted where. */
export interface PromotionRequest {
  readonly image: PromotedImage;
  readonly environment: string;
  /** The files of the environment. */
  readonly files: readonly RepositoryFile[];
  /** Forms that are looked for; all where it is left out. */
  readonly kinds?: readonly TargetKind[];
  /** The only places to edit, `file#path` such as `values.yaml#web.image.digest`. */
  readonly places?: readonly string[];
}

/** A place that pins the image. */
export interface PinnedPlace {
  readonly file: string;
  /** From the root of its document, such as `spec.template.spec.containers[0].image`. */
  readonly path: string;
  readonly kind: TargetKind | "named";
  readonly at: Position;
  /** What stands there now; undefined where no digest does. */
  readonly digest: string | undefined;
  readonly tag: string | undefined;
}

/** Why something is not edited, or what a reader should know of it. */
export interface PromotionRemark {
  /** Stable, `promote/…`. */
  readonly code: string;
  readonly file: string;
  /** Empty where it is about the whole file. */
  readonly path: string;
  readonly at: Position;
  readonly message: string;
}

/** A refusal stops the promotion as a whole: a half one would be neither the old state nor the new one. */
export interface Refusal extends PromotionRemark {
  readonly nextStep: string;
}

/** A file's change. */
export interface FileChange {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** Offsets are those of `before`. */
  readonly edits: readonly TextEdit[];
}

/** What a promotion does, as data. */
export interface PromotionPlan {
  /** `none`: everything is as it should be. `refused`: nothing is edited. */
  readonly operation: "update" | "none" | "refused";
  readonly environment: string;
  readonly image: PromotedImage;
  readonly files: readonly FileChange[];
  /** Every place that pins the image, edited or not. */
  readonly places: readonly PinnedPlace[];
  /** Digests that the edits replace, sorted. */
  readonly previousDigests: readonly string[];
  /** The change as a unified diff that `git apply` understands. */
  readonly diff: string;
  readonly refusals: readonly Refusal[];
  readonly notes: readonly PromotionRemark[];
}

import type { Reason } from "./reasons.ts";

/** Why ours lacks findings of trivy. */
export const trivyReasons: readonly Reason[] = [];

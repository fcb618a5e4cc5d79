import { listOf, memberOf, textOf } from "@plimsoll/core/json";
import type { KindContext } from "./judge-kinds.ts";
import { notMet, unknown, type ReleaseReason } from "./outcome.ts";

/** SLSA provenance, version 1: by whom and out of what the image was built. */
export function judgeProvenance(predicate: unknown, { policy }: KindContext): readonly ReleaseReason[] {
  const { builders, sources } = policy.provenance;
  const builder = textOf(memberOf(memberOf(memberOf(predicate, "runDetails"), "builder"), "id"));
  const definition = memberOf(predicate, "buildDefinition");
  if (builder === undefined || textOf(memberOf(definition, "buildType")) === undefined) {
    return [unknown("provenance-incomplete", "The provenance names no builder or no type of build.")];
  }
  const reasons: ReleaseReason[] = [];
  if (builders.length > 0 && !builders.includes(builder)) {
    reasons.push(notMet("builder-not-trusted", `The image was built by ${builder}, which is not trusted.`));
  }
  const materials = listOf(memberOf(definition, "resolvedDependencies"))
    .map((dependency) => textOf(memberOf(dependency, "uri")))
    .filter((uri) => uri !== undefined);
  if (sources.length > 0 && !materials.some((uri) => sources.some((source) => isFrom(uri, source)))) {
    const found = materials.slice(0, 5).join(", ") || "none";
    reasons.push(notMet("source-not-trusted", `No source is from ${sources.join(" or ")}: ${found}.`));
  }
  return reasons;
}

/** Whether an address lies below another: `https://x/a` is below `https://x/a` and `https://x`, and not below `https://x/ab`. */
function isFrom(uri: string, source: string): boolean {
  if (!uri.startsWith(source)) return false;
  const next = uri.charAt(source.length);
  return next === "" || source.endsWith("/") || "/@?#.".includes(next);
}

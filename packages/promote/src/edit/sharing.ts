import type { Span, YamlNode, YamlScalar } from "@plimsoll/syntax";
import type { Sheet } from "../find/sheet.ts";
import type { Reason } from "./raw-text.ts";

/**
 * Why a scalar's text cannot be changed for the places that use it: an alias elsewhere would change with it. Undefined where every
 * use of it is one of the places.
 */
export function sharedBy(sheet: Sheet, scalar: YamlScalar, uses: ReadonlySet<YamlNode>): Reason | undefined {
  const isReached = [...uses].some((use) => use.kind === "alias");
  if (isReached && !uses.has(scalar)) return SHARED;
  const others = sheet.aliases.filter(({ target }) => target !== undefined && holds(target, scalar));
  return others.every((alias) => alias.target === scalar && uses.has(alias)) ? undefined : SHARED;
}

/** The same for a map that is given another key. */
export function sharedMap(sheet: Sheet, map: Span): Reason | undefined {
  const isShared = sheet.aliases.some(({ target }) => target !== undefined && holds(target, map));
  return isShared ? SHARED : undefined;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const SHARED: Reason = {
  code: "promote/shared-anchor",
  message:
    "The value stands behind an anchor that is used elsewhere too, so other places would change with it.",
  nextStep: "Write the value out where it is used, without the alias.",
};

import { asScalar, parseImageReference, type ImageReference, type YamlScalar } from "@plimsoll/syntax";
import { isTemplate, TEMPLATE } from "./fields.ts";
import type { Search, Spot, Write } from "./find.ts";

/** How a place holds a whole reference. */
export interface ReferenceForm {
  /** Whether a digest may be added where none stands. */
  readonly mayAdd: boolean;
  /** Offset in the scalar's text at which the reference starts, behind `old=` of Kustomize. */
  readonly from?: number;
}

/** Adds a place whose scalar is a whole reference to the promoted image; false where it is none. */
export function addReference(search: Search, spot: Spot, { mayAdd, from = 0 }: ReferenceForm): boolean {
  const scalar = asScalar(spot.node);
  if (scalar === undefined || typeof scalar.value !== "string") return false;
  const text = scalar.text.slice(from);
  if (isTemplate(text)) return refuseTemplate(search, spot, text);
  const result = parseImageReference(text);
  if (!result.ok) return refuseBroken(search, spot, text, result.problem.message);
  const { reference } = result;
  if (!search.names.matches(reference)) return false;
  const { digest, tag } = reference;
  if (digest === undefined && !mayAdd) return false;
  const held = { scalar, reference, from };
  const writes = [...digestWrites(search, spot, held), ...tagWrites(search, spot, held)];
  search.add(spot, { digest, tag, scalars: [scalar], writes });
  return true;
}

interface Held {
  readonly scalar: YamlScalar;
  readonly reference: ImageReference;
  readonly from: number;
}

function digestWrites(
  { image }: Search,
  { node }: Spot,
  { scalar, reference, from }: Held,
): readonly Write[] {
  if (reference.digest === image.digest) return [];
  const span = reference.spans.digest;
  const end = scalar.text.length;
  const place = span === undefined ? { start: end, end } : { start: from + span.start, end: from + span.end };
  const newText = span === undefined ? `@${image.digest}` : image.digest;
  return [{ kind: "text", use: node, scalar, ...place, newText }];
}

function tagWrites({ image }: Search, { node }: Spot, { scalar, reference, from }: Held): readonly Write[] {
  const span = reference.spans.tag;
  if (span === undefined || image.tag === undefined || reference.tag === image.tag) return [];
  const place = { start: from + span.start, end: from + span.end };
  return [{ kind: "text", use: node, scalar, ...place, newText: image.tag }];
}

/** A template is of the promoted image where it says so; what it says else, nobody can tell. */
function refuseTemplate(search: Search, spot: Spot, text: string): boolean {
  if (!search.names.mentionedIn(text)) return false;
  search.refuse(spot, TEMPLATE);
  return true;
}

/** Something that starts as a reference to the promoted image and goes on as none. */
function refuseBroken(search: Search, spot: Spot, text: string, cause: string): boolean {
  const name = text.split(/[@:]/u, 1)[0] ?? "";
  if (!text.includes("@") || !search.names.matchesName(name)) return false;
  search.refuse(spot, {
    code: "promote/bad-reference",
    message: `${JSON.stringify(text.slice(0, 200))} is no image reference: ${cause}.`,
    nextStep: "Correct the reference, then promote again.",
  });
  return true;
}

import { asScalar, digestFault, type YamlMap, type YamlNode, type YamlScalar } from "@plimsoll/syntax";
import type { Refusal } from "../plan.ts";
import type { AddedValue, Search, Spot, Write } from "./find.ts";

/** The values that together say which image is meant, each as it stands (an alias may stand for it). */
export interface ImageFields {
  readonly name: YamlNode;
  readonly registry?: YamlNode | undefined;
  readonly tag?: YamlNode | undefined;
  readonly digest?: YamlNode | undefined;
  /** The digest stands without its algorithm, also where it is still empty. */
  readonly isHex?: boolean;
  /** Where a digest may be added, because whoever reads the file is known to heed it. */
  readonly addition?: { readonly map: YamlMap; readonly key: string; readonly value: AddedValue };
}

type Reason = Pick<Refusal, "code" | "message" | "nextStep">;

/** Text that a program fills in before anybody reads the file as YAML. */
export function isTemplate(text: string): boolean {
  return text.includes("{{") || text.includes("${") || text.includes("$(");
}

export const TEMPLATE: Reason = {
  code: "promote/template",
  message: "This place is filled in by a template, so the digest stands elsewhere.",
  nextStep: "Promote the file that the value comes from.",
};

/** Adds the place that the fields make, or refuses it. Whether they mean the promoted image is already known. */
export function addFields(search: Search, spot: Spot, fields: ImageFields): void {
  const tag = asScalar(fields.tag);
  const scalars = [fields.name, fields.registry, fields.tag, fields.digest]
    .map(asScalar)
    .filter((scalar) => scalar !== undefined);
  const pinned = pinOf(search, fields, tag);
  if ("code" in pinned) {
    search.refuse({ ...spot, node: fields.digest ?? spot.node }, pinned);
    return;
  }
  const tagText = tag === undefined || tag.value === null ? undefined : beforeAt(tag.text);
  search.add(spot, {
    digest: pinned.digest,
    tag: tagText,
    scalars,
    writes: [...pinned.writes, ...tagWrites(search, fields.tag, tagText)],
  });
}

interface Pin {
  readonly digest: string | undefined;
  readonly writes: readonly Write[];
}

function pinOf({ image }: Search, fields: ImageFields, tag: YamlScalar | undefined): Pin | Reason {
  if (fields.digest !== undefined) return digestPin(image.digest, fields.digest, fields.isHex === true);
  const at = tag?.text.indexOf("@") ?? -1;
  if (tag !== undefined && fields.tag !== undefined && at >= 0) {
    const digest = tag.text.slice(at + 1);
    if (digestFault(digest) !== undefined) return unknownDigest(digest);
    if (digest === image.digest) return { digest, writes: [] };
    const place = { use: fields.tag, scalar: tag, start: at + 1, end: tag.text.length };
    return { digest, writes: [{ kind: "text", ...place, newText: image.digest }] };
  }
  if (fields.addition !== undefined)
    return { digest: undefined, writes: [{ kind: "add", ...fields.addition }] };
  return {
    code: "promote/no-digest-field",
    message: "The image is named here by a tag only, and nothing says that a digest would be read.",
    nextStep:
      'Where the chart reads one, add `digest: ""` beside the tag; else write the tag as `TAG@sha256:…`, or the whole reference.',
  };
}

/** A scalar that holds a digest and nothing else, with its algorithm or without, or that is empty still. */
export function digestPin(wanted: string, use: YamlNode, isHex: boolean): Pin | Reason {
  const scalar = asScalar(use);
  if (scalar === undefined) return unknownDigest("a collection");
  const text = scalar.value === null ? "" : scalar.text;
  if (isTemplate(text)) return TEMPLATE;
  const hex = isHex || (text.length === 64 && !text.includes(":"));
  const full = hex ? `sha256:${text}` : text;
  if (text !== "" && digestFault(full) !== undefined) return unknownDigest(text);
  const newText = hex ? wanted.slice(wanted.indexOf(":") + 1) : wanted;
  const digest = text === "" ? undefined : full;
  if (digest === wanted) return { digest, writes: [] };
  return { digest, writes: [{ kind: "text", use, scalar, start: 0, end: scalar.text.length, newText }] };
}

function unknownDigest(text: string): Reason {
  return {
    code: "promote/unknown-digest",
    message: `${JSON.stringify(text.slice(0, 100))} is no digest that could be replaced.`,
    nextStep: "Write the digest as sha256: and 64 hexadecimal digits, then promote again.",
  };
}

function tagWrites({ image }: Search, use: YamlNode | undefined, text: string | undefined): readonly Write[] {
  const scalar = asScalar(use);
  const { tag } = image;
  if (use === undefined || scalar === undefined || tag === undefined) return [];
  if (text === undefined || text === "" || text === tag || isTemplate(text)) return [];
  return [{ kind: "text", use, scalar, start: 0, end: text.length, newText: tag }];
}

function beforeAt(text: string): string {
  const at = text.indexOf("@");
  return at < 0 ? text : text.slice(0, at);
}

import { asScalar, type YamlMap, type YamlNode, type YamlScalar } from "@plimsoll/syntax";
import type { ImageNames, PromotedImage } from "../image.ts";
import type { PinnedPlace, PromotionRemark, Refusal, TargetKind } from "../plan.ts";
import type { Sheet } from "./sheet.ts";

/** A change of a scalar's text, or a key with its value for a map. */
export type Write =
  | {
      readonly kind: "text";
      /** As it stands at the place: the scalar or an alias of it. */
      readonly use: YamlNode;
      readonly scalar: YamlScalar;
      /** What of the scalar's text is replaced. */
      readonly start: number;
      readonly end: number;
      readonly newText: string;
    }
  | { readonly kind: "add"; readonly map: YamlMap; readonly key: string; readonly value: AddedValue };

export type AddedValue = string | { readonly [key: string]: string };

/** A place and what is to be written there; nothing where it is as it should be. */
export interface Site {
  readonly sheet: Sheet;
  readonly place: PinnedPlace;
  readonly node: YamlNode;
  /** Scalars that together say which image it is: these are no mere mentions. */
  readonly scalars: readonly YamlScalar[];
  readonly writes: readonly Write[];
}

/** Where a place was found. */
export interface Spot {
  readonly sheet: Sheet;
  readonly kind: TargetKind | "named";
  readonly path: string;
  readonly node: YamlNode;
}

/** What the finders know, and where they put what they find. */
export class Search {
  readonly sites: Site[] = [];
  readonly refusals: Refusal[] = [];
  readonly notes: PromotionRemark[] = [];
  readonly image: PromotedImage;
  readonly names: ImageNames;
  readonly #covered = new Set<YamlNode>();

  constructor(image: PromotedImage, names: ImageNames) {
    this.image = image;
    this.names = names;
  }

  /** Whether a scalar belongs to a place that was found or refused. */
  isCovered(node: YamlNode | undefined): boolean {
    return node !== undefined && (this.#covered.has(node) || this.#covered.has(asScalar(node) ?? node));
  }

  add(spot: Spot, found: Pick<Site, "writes" | "scalars"> & Pick<PinnedPlace, "digest" | "tag">): void {
    const { sheet, kind, path, node } = spot;
    for (const scalar of found.scalars) this.#covered.add(scalar);
    this.sites.push({
      sheet,
      node,
      scalars: found.scalars,
      writes: found.writes,
      place: {
        file: sheet.file,
        path: `${sheet.prefix}${path}`,
        kind,
        at: sheet.positionOf(node.start),
        digest: found.digest,
        tag: found.tag,
      },
    });
  }

  refuse(spot: Omit<Spot, "kind">, reason: Pick<Refusal, "code" | "message" | "nextStep">): void {
    const scalar = asScalar(spot.node);
    if (scalar !== undefined) this.#covered.add(scalar);
    this.refusals.push({ ...remarkAt(spot, reason), nextStep: reason.nextStep });
  }

  note(spot: Omit<Spot, "kind">, remark: Pick<PromotionRemark, "code" | "message">): void {
    this.notes.push(remarkAt(spot, remark));
  }
}

function remarkAt(
  { sheet, path, node }: Omit<Spot, "kind">,
  { code, message }: Pick<PromotionRemark, "code" | "message">,
): PromotionRemark {
  return {
    code,
    file: sheet.file,
    path: `${sheet.prefix}${path}`,
    at: sheet.positionOf(node.start),
    message,
  };
}

/** A path as people write it: `spec.images[0].digest`. */
export function pathText(steps: readonly (string | number)[]): string {
  let text = "";
  for (const step of steps) {
    if (typeof step === "number") text += `[${step}]`;
    else if (/^[A-Za-z0-9_/-]+$/u.test(step)) text += text === "" ? step : `.${step}`;
    else text += `[${JSON.stringify(step)}]`;
  }
  return text;
}

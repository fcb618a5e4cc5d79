import type { ImagePolicy } from "@plimsoll/core";
import { type IronBankImage, ironBankImages, ironBankReference } from "@plimsoll/model/images";
import { readImage, trustOf } from "@plimsoll/rules";
import { CompletionItemKind } from "vscode-languageserver-types";
import { blocks, code, list } from "../words/markdown.ts";
import type { Choice } from "./item.ts";

const MAXIMUM_TAGS = 5;
const SHORTEST_SEARCH = 2;

/** The images of Iron Bank that the configuration trusts and that a typed text may mean: by its beginning, or by any part of a name. */
export function imageChoices(typed: string, policy: ImagePolicy): readonly Choice[] {
  const wanted = typed.toLowerCase();
  return trustedImages(policy).flatMap(({ image, reference }) => {
    const begins = reference.startsWith(wanted);
    if (!begins && !(wanted.length >= SHORTEST_SEARCH && isMeant(image, wanted))) return [];
    return [
      {
        label: reference,
        kind: CompletionItemKind.Module,
        detail: detailOf(image),
        documentation: documentationOf(image),
        rank: begins ? 2 : rankOf(image, wanted),
        // An editor compares this with what is typed: a name that is found in the middle has to begin with it.
        filterText: begins ? reference : `${typed} ${reference}`,
      },
    ];
  });
}

interface TrustedImage {
  readonly image: IronBankImage;
  readonly reference: string;
}

const trusted = new WeakMap<ImagePolicy, readonly TrustedImage[]>();

/** The images with the names under which the factory gets them: through its mirror where it has one. */
function trustedImages(policy: ImagePolicy): readonly TrustedImage[] {
  let images = trusted.get(policy);
  if (images === undefined) {
    images = ironBankImages().flatMap((image) => {
      const reference = mirrored(ironBankReference(image.path), policy);
      const parsed = readImage(reference);
      return parsed !== undefined && trustOf(parsed, policy) === "trusted" ? [{ image, reference }] : [];
    });
    trusted.set(policy, images);
  }
  return images;
}

function mirrored(reference: string, { mirrors }: ImagePolicy): string {
  const mirror = mirrors.find(
    ({ from }) => from !== "" && reference.startsWith(from.endsWith("/") ? from : `${from}/`),
  );
  return mirror === undefined ? reference : mirror.to + reference.slice(mirror.from.length);
}

function isMeant({ path, upstream }: IronBankImage, wanted: string): boolean {
  return path.includes(wanted) || upstream.some(({ ref }) => ref.includes(wanted));
}

/** A name that begins with the typed text is meant sooner than one that holds it. */
function rankOf({ path, upstream }: IronBankImage, wanted: string): number {
  const names = [path, ...upstream.map(({ ref }) => ref)];
  return names.some((name) => name.slice(name.lastIndexOf("/") + 1).startsWith(wanted)) ? 3 : 4;
}

function detailOf({ upstream, fips }: IronBankImage): string {
  const [first] = upstream;
  const words = [
    ...(first === undefined
      ? ["Iron Bank"]
      : [`${first.relation === "same-software" ? "for" : "nearest to"} ${first.ref}`]),
    ...(fips ? ["FIPS"] : []),
  ];
  return words.join(", ");
}

function documentationOf({ upstream, tagsSeen, note }: IronBankImage): string {
  const replaced = upstream.map(
    ({ ref, relation }) =>
      `${code(ref)} (${relation === "same-software" ? "same software" : "nearest replacement"})`,
  );
  return blocks([
    "Hardened image of Iron Bank.",
    replaced.length === 0 ? "" : `In place of:\n\n${list(replaced)}`,
    tagsSeen.length === 0
      ? ""
      : `Tags that were seen, as examples: ${tagsSeen.slice(0, MAXIMUM_TAGS).map(code).join(", ")}.`,
    note === undefined ? "" : code(note),
  ]);
}

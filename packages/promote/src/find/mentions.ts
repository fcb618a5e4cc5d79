import { digestFault, type YamlMap, type YamlNode, type YamlScalar } from "@plimsoll/syntax";
import { pathText, type Search } from "./find.ts";
import type { Scalars } from "./scalars.ts";
import type { Sheet } from "./sheet.ts";

/** Notes that one document is given at most. */
const MOST_NOTES = 20;

/** Notes values that name the image with a tag or digest, but in a place that nobody said is an image. */
export function noteMentions(search: Search, sheet: Sheet, scalars: Scalars): void {
  const pinned = new Map<YamlMap, boolean>();
  let left = MOST_NOTES;
  for (const { scalar, parent, steps } of scalars) {
    if (left === 0) return;
    if (search.isCovered(scalar) || !search.names.mentionedIn(scalar.text)) continue;
    if (!namesVersion(search, scalar.text) && !isBesideDigest(search, scalar, parent, pinned)) continue;
    left -= 1;
    search.note(
      { sheet, path: pathText(steps), node: scalar },
      {
        code: "promote/not-edited",
        message: "This value names the image too, but it is not known to be what runs; it is left as it is.",
      },
    );
  }
}

/** Whether the image's name is followed by a tag or digest somewhere in a text, or a digest stands elsewhere in it. */
function namesVersion({ image }: Search, text: string): boolean {
  if (text.includes("sha256:")) return true;
  const words = [image.name, ...(image.otherNames ?? [])].map((name) => name.slice(name.indexOf("/") + 1));
  return words.some((word) => text.includes(`${word}:`) || text.includes(`${word}@`));
}

/** Whether a value is the image's name, and a digest stands in the same map. */
function isBesideDigest(
  search: Search,
  { text }: YamlScalar,
  parent: YamlMap | undefined,
  pinned: Map<YamlMap, boolean>,
): boolean {
  if (parent === undefined || !search.names.matchesName(text)) return false;
  const known = pinned.get(parent) ?? parent.entries.some(({ value }) => isDigest(value));
  pinned.set(parent, known);
  return known;
}

function isDigest(node: YamlNode): boolean {
  return node.kind === "scalar" && digestFault(node.text) === undefined;
}

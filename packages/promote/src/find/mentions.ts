import { pathText, type Search } from "./find.ts";
import type { Scalars } from "./scalars.ts";
import type { Sheet } from "./sheet.ts";

/** Notes that one document is given at most. */
const MOST_NOTES = 20;

/** Notes values that name the image with a tag or digest, but in a place that nobody said is an image. */
export function noteMentions(search: Search, sheet: Sheet, scalars: Scalars): void {
  let left = MOST_NOTES;
  for (const { scalar, steps } of scalars) {
    if (left === 0) return;
    if (search.isCovered(scalar) || !namesVersion(search, scalar.text)) continue;
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

/** Whether the image's name is followed by a tag or digest somewhere in a text. */
function namesVersion({ names, image }: Search, text: string): boolean {
  if (!names.mentionedIn(text)) return false;
  const words = [image.name, ...(image.otherNames ?? [])].map((name) => name.slice(name.indexOf("/") + 1));
  return words.some((word) => text.includes(`${word}:`) || text.includes(`${word}@`));
}

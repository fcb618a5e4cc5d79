import { asSequence, CONTAINER_LISTS, getNode, scalarText } from "@plimsoll/syntax";
import { podsOf } from "../engine/parts.ts";
import type { Resource } from "../rule/rule.ts";
import type { Unplaced } from "./details.ts";
import type { ImageRecord } from "./inventory.ts";

/** Images of one object that are kept. */
const MAXIMUM_IMAGES = 500;

/** The images that the containers of an object's pods run, as they are written. */
export function imagesOfPods(resource: Resource): readonly Unplaced<ImageRecord>[] {
  return podsOf(resource)
    .flatMap(({ spec }) => CONTAINER_LISTS.flatMap((list) => asSequence(getNode(spec, [list]))?.items ?? []))
    .slice(0, MAXIMUM_IMAGES)
    .flatMap((container) => {
      const node = getNode(container, ["image"]);
      const text = scalarText(node);
      if (node === undefined || text === undefined || text === "") return [];
      const name = scalarText(getNode(container, ["name"])) ?? "";
      return [{ text, container: name, at: { start: node.start, end: node.end } }];
    });
}

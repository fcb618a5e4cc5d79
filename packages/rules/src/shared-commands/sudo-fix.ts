import { removeFromPart, setInPart, type Part, type ProposedFix } from "@plimsoll/core";
import { scalarText } from "@plimsoll/syntax";
import { oneFix } from "../shared-objects/fixes.ts";

/** Takes `sudo` out of a command: the word where it stands alone, else the front of the text. None where sudo has options. */
export function withoutSudo(part: Part): readonly ProposedFix[] {
  const text = scalarText(part.node) ?? "";
  const space = text.indexOf(" ");
  if (space < 0) return oneFix("Remove sudo", "review", removeFromPart(part, ""));
  const rest = text.slice(space + 1).trimStart();
  return rest.startsWith("-") || rest === ""
    ? []
    : oneFix("Remove sudo", "review", setInPart(part, "", rest));
}

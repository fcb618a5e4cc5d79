import type { Dockerfile, Instruction } from "@plimsoll/syntax";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Choice } from "./item.ts";

/** The stages that stand before an instruction's own, the last one first: that is what most copies are from. */
export function stageChoices(file: Dockerfile, instruction: Instruction): readonly Choice[] {
  const own =
    instruction.keyword === "FROM"
      ? file.stages.findIndex(({ from }) => from === instruction)
      : instruction.stage;
  const earlier = file.stages.slice(0, Math.max(0, own)).filter(({ name }) => name !== undefined);
  return earlier.reverse().flatMap(({ name, image }, index) =>
    name === undefined
      ? []
      : [
          {
            label: name,
            kind: CompletionItemKind.Reference,
            detail: `stage from ${image.text}`,
            rank: index === 0 ? 0 : 1,
          },
        ],
  );
}

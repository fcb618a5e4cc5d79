import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Stage } from "@plimsoll/syntax";
import { stageSources } from "../../shared-stages/stage-sources.ts";

interface Data {
  readonly text: string;
  readonly stage: Stage;
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/copy-from-by-name",
  title: "Stages are copied from by name",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["kics:using_unnamed_build_stages"],
  since: "0.1.0",
  *check(file) {
    for (const { source, kind, text, at, stage } of stageSources(file)) {
      if (kind !== "copy" || source.kind !== "stage" || !/^[0-9]+$/.test(text)) continue;
      if (source.stage.index >= stage.index) continue;
      yield { problem: "byNumber", at, data: { text, stage: source.stage } };
    }
  },
  message: ({ data: { text } }) =>
    `Stage ${text} is meant by its number, which changes when a stage is put in above.`,
  fix({ at, data: { stage } }) {
    const { name, from, image } = stage;
    if (name !== undefined) return [{ title: `Use ${name}`, safety: "safe", edits: [replaceSpan(at, name)] }];
    if (from.words.length > 1) return [];
    const given = `stage-${stage.index}`;
    const naming = { start: image.end, end: image.end, newText: ` AS ${given}` };
    return [{ title: `Name the stage ${given}`, safety: "review", edits: [naming, replaceSpan(at, given)] }];
  },
});

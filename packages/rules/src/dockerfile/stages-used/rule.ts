import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { neededStages } from "@plimsoll/syntax";

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/stages-used",
  title: "Every stage is part of the build",
  severity: "info",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: ["DF020"],
  aliases: [],
  since: "0.1.0",
  options: {
    targets: {
      description:
        "Names of stages that are built on their own with `--target`; `*` stands for every named stage.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *check(file, { options }) {
    const targets = new Set(
      Array.isArray(options["targets"]) ? options["targets"].map((one) => String(one).toLowerCase()) : [],
    );
    const needed = neededStages(file);
    for (const stage of file.stages) {
      if (needed.has(stage)) continue;
      const { name, nameSpan, image, from } = stage;
      if (name !== undefined && (targets.has(name) || targets.has("*"))) continue;
      // A stage without a name cannot be asked for by one, so it is left over.
      const confidence = name === undefined ? ("high" as const) : ("low" as const);
      yield {
        problem: "unused",
        at: nameSpan ?? image,
        subject: from.body.text,
        confidence,
        data: name ?? image.text,
      };
    }
  },
  message: ({ data }) =>
    `Stage "${data}" is not part of the image: it is only built where --target asks for it.`,
});

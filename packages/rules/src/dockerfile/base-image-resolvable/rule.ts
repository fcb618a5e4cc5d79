import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { parseImageReference, type Dockerfile } from "@plimsoll/syntax";
import { imageUses } from "../../shared-images/base-images.ts";

interface Data {
  readonly text: string;
  readonly variables: readonly string[];
  readonly reason: string;
}

/** True where an ARG before the first FROM brings the name. */
function isDeclared(file: Dockerfile, name: string): boolean {
  return file.globalArgs.some(({ pairs }) => pairs.some(({ key }) => key === name));
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/base-image-resolvable",
  title: "Base images can be worked out from the file",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF004"],
  aliases: ["buildkit:UndefinedArgInFrom", "buildkit:InvalidDefaultArgInFrom"],
  since: "0.1.0",
  *check(file) {
    for (const use of imageUses(file)) {
      // A FROM without an image is an error of syntax.
      if (use.kind === "syntax" || use.start === use.end) continue;
      const { text, unresolved, error } = use.reference;
      const data = { text: use.text, variables: unresolved, reason: "" };
      if (unresolved.length > 0) {
        const declared = unresolved.every((name) => isDeclared(file, name));
        // A variable in --from is an error of syntax, which the parser reports.
        if (use.kind === "from") yield { problem: declared ? "noDefault" : "undeclared", at: use, data };
        continue;
      }
      const result = parseImageReference(text);
      // What is wrong with a digest is for the rule on digests to say.
      if (error === undefined && (result.ok || result.problem.fault.startsWith("digest-"))) continue;
      const reason = error ?? (result.ok ? "" : result.problem.message);
      yield { problem: "malformed", at: use, data: { ...data, reason } };
    }
  },
  message({ problem, data: { text, variables, reason } }) {
    const names = variables.map((name) => `"${name}"`).join(", ");
    if (problem === "noDefault")
      return `Base image "${text}" is not known: ARG ${names} has no default, so no rule can judge it.`;
    if (problem === "undeclared")
      return `Base image "${text}" is not known: no ARG before the first FROM declares ${names}.`;
    return `Image "${text}" is no image reference: ${reason}.`;
  },
});

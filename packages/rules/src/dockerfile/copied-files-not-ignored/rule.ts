import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { parseDockerignore, type Dockerignore } from "@plimsoll/syntax";
import { copyStep } from "../../shared-copies/sources.ts";

/** True where a later pattern takes something below the path in again. */
function takesPartIn({ rules }: Dockerignore, path: string): boolean {
  return rules.some(
    ({ negated, pattern }) => negated && (pattern.startsWith(`${path}/`) || pattern.includes("*")),
  );
}

function cleanSource(text: string): string {
  return text.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, "");
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/copied-files-not-ignored",
  title: "Files that are copied are part of the build context",
  severity: "error",
  confidence: "medium",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:CopyIgnoredFile"],
  since: "0.1.0",
  *check(file, context) {
    const name = context.path.slice(context.path.lastIndexOf("/") + 1);
    const text = context.sibling(`${name}.dockerignore`) ?? context.sibling(".dockerignore");
    if (text === undefined) return;
    const ignore = parseDockerignore(text);
    for (const written of file.instructions) {
      const instruction = written.trigger ?? written;
      if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") continue;
      if (instruction.flags.some((flag) => flag.name === "from")) continue;
      for (const { kind, text: source, word } of copyStep(file, instruction).sources) {
        const path = cleanSource(source);
        if ((kind !== "path" && kind !== "archive") || path === "" || /[*?[\\$]/.test(path)) continue;
        if (!ignore.ignores(path) || takesPartIn(ignore, path)) continue;
        yield { problem: "ignored", at: word, subject: instruction.body.text, data: source };
      }
    }
  },
  message: ({ data }) =>
    `File "${data}" is kept out of the build context by .dockerignore, so it cannot be copied.`,
});

import { defineRule, type DockerfileRule, type RuleContext } from "@plimsoll/core";
import { parseDockerignore, type Dockerignore } from "@plimsoll/syntax";
import { copySteps } from "../../shared-copies/steps.ts";
import type { CopySource } from "../../shared-copies/sources.ts";

function ignoreFile({ path, sibling }: RuleContext): Dockerignore | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const text = sibling(`${name}.dockerignore`) ?? sibling(".dockerignore");
  return text === undefined ? undefined : parseDockerignore(text);
}

/** True where a pattern takes something below the path in again. */
function takesPartIn({ rules }: Dockerignore, path: string): boolean {
  return rules.some(
    ({ negated, pattern }) => negated && (pattern.startsWith(`${path}/`) || pattern.includes("*")),
  );
}

/** The path of a source in the build context; undefined where it is a pattern, the whole context or not known. */
function contextPath({ kind, text }: CopySource): string | undefined {
  if (kind !== "path" && kind !== "archive") return undefined;
  const path = text.replace(/^\.?\/+/, "").replace(/\/$/, "");
  return path === "" || path === "." || /[*?[\\$]/.test(path) ? undefined : path;
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
    const ignore = ignoreFile(context);
    if (ignore === undefined) return;
    for (const { fromStage, sources, instruction } of copySteps(file)) {
      if (fromStage) continue;
      for (const source of sources) {
        const path = contextPath(source);
        if (path === undefined || !ignore.ignores(path) || takesPartIn(ignore, path)) continue;
        yield { problem: "ignored", at: source.word, subject: instruction.body.text, data: source.text };
      }
    }
  },
  message: ({ data }) =>
    `File "${data}" is kept out of the build context by .dockerignore, so it cannot be copied.`,
});

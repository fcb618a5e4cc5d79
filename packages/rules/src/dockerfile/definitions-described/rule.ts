import { defineRule, type DockerfileRule } from "@plimsoll/core";
import type { Comment, Dockerfile, Instruction } from "@plimsoll/syntax";

interface Data {
  readonly keyword: string;
  readonly names: readonly string[];
}

const RULE = "InvalidDefinitionDescription";

/** The file asks for the check itself, as BuildKit lets it. */
function isAskedFor({ directives }: Dockerfile): boolean {
  const value = directives.find(({ name }) => name === "check")?.value ?? "";
  const list = value.split(";").find((part) => part.trim().startsWith("experimental="));
  const names = (list?.slice(list.indexOf("=") + 1) ?? "").split(",").map((name) => name.trim());
  return names.includes("all") || names.includes(RULE);
}

function namesOf({ keyword, pairs, words }: Instruction): readonly string[] {
  if (keyword === "ARG") return pairs.map(({ key }) => key);
  return keyword === "FROM" && words[2] !== undefined ? [words[2].text] : [];
}

/** The comment on the line above an instruction. */
function commentAbove(
  file: Dockerfile,
  { extent }: Instruction,
  comments: ReadonlyMap<number, Comment>,
): Comment | undefined {
  let end = extent.start - 1;
  if (file.text.charAt(end - 1) === "\r") end -= 1;
  return comments.get(end);
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/definitions-described",
  title: "Comments above ARG and FROM describe what they define",
  severity: "info",
  confidence: "low",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["buildkit:InvalidDefinitionDescription"],
  since: "0.1.0",
  options: {
    always: {
      description:
        "Hold every file to it, not only those that switch the check on with `# check=experimental=…`.",
      schema: { type: "boolean" },
      default: false,
    },
  },
  *check(file, { options }) {
    if (options["always"] !== true && !isAskedFor(file)) return;
    const comments = new Map(file.comments.map((comment) => [comment.end, comment]));
    for (const instruction of file.instructions) {
      const names = namesOf(instruction);
      const comment = names.length === 0 ? undefined : commentAbove(file, instruction, comments);
      const text = comment?.text.trim() ?? "";
      if (text === "" || names.includes(text.split(/\s/, 1)[0] ?? "")) continue;
      const { keyword, keywordSpan, body } = instruction;
      yield { problem: "notDescribed", at: keywordSpan, subject: body.text, data: { keyword, names } };
    }
  },
  message: ({ data: { keyword, names } }) =>
    `Comment above ${keyword} describes nothing: it must start with ${names.map((name) => `"${name}"`).join(" or ")}.`,
});

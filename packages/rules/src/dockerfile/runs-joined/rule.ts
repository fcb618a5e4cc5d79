import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { shellOf, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { finalImage } from "../../shared-stages/final-image.ts";

interface Data {
  readonly first: Instruction;
  readonly second: Instruction;
}

/** Commands whose effect would reach into what is joined behind them. */
const REACHING = new Set([
  "cd",
  "export",
  "set",
  "umask",
  "exec",
  "exit",
  ".",
  "source",
  "alias",
  "trap",
  "ulimit",
  "unset",
  "shopt",
  "pushd",
  "eval",
  "return",
]);

function sameFlags(a: Instruction, b: Instruction): boolean {
  const show = ({ flags }: Instruction) =>
    flags.map(({ name, value }) => `${name}=${value?.text ?? ""}`).join(" ");
  return show(a) === show(b);
}

/** Two RUN of which nothing but lines of comments stands between. */
function follows(first: Instruction | undefined, second: Instruction): first is Instruction {
  return (
    first?.keyword === "RUN" &&
    second.keyword === "RUN" &&
    first.stage === second.stage &&
    first.index + 1 === second.index &&
    first.form === "shell" &&
    second.form === "shell" &&
    sameFlags(first, second)
  );
}

/** True where the second step would run as before behind the first and `&&`. */
function canJoin(file: Dockerfile, { first, second }: Data): boolean {
  const script = shellOf(first);
  const other = shellOf(second);
  if (
    script.kind !== "script" ||
    other.kind !== "script" ||
    script.problems.length + other.problems.length > 0
  )
    return false;
  if (
    first.heredocs.length + second.heredocs.length > 0 ||
    !/^[ \t]*\r?\n[ \t]*$/.test(file.text.slice(first.extent.end, second.start))
  )
    return false;
  const settles = script.commands.every(({ name, origin, background, assignments }) => {
    const sets = name === undefined && assignments.length > 0;
    return !background && (origin !== "script" || (!sets && !REACHING.has(name?.literal ?? "")));
  });
  // `a && b || c` behind `&&` would be tried again from its own start.
  return (
    settles &&
    !/[#]/.test(first.body.text) &&
    !other.commands.some(
      ({ operatorBefore, origin, background }) =>
        origin === "script" && (operatorBefore === "||" || operatorBefore === ";" || background),
    )
  );
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/runs-joined",
  title: "Steps that follow each other are one RUN",
  severity: "info",
  confidence: "low",
  surface: "dockerfile",
  catalogue: ["DF021"],
  aliases: ["hadolint:DL3059", "kics:multiple_run_add_copy_instructions_listed"],
  since: "0.1.0",
  *check(file) {
    let before: Instruction | undefined;
    for (const instruction of finalImage(file)?.instructions ?? []) {
      if (follows(before, instruction)) {
        const data = { first: before, second: instruction };
        yield {
          problem: "consecutive",
          at: instruction.keywordSpan,
          subject: instruction.body.text.slice(0, 200),
          data,
        };
      }
      before = instruction;
    }
  },
  message: () => "RUN follows another RUN, so the image gets a layer more: join them with &&.",
  fix({ data }, file) {
    if (!canJoin(file, data)) return [];
    const { first, second } = data;
    const lineBreak = file.text.includes("\r\n") ? "\r\n" : "\n";
    const newText = ` && ${file.escape}${lineBreak}    `;
    return [
      {
        title: "Join them",
        safety: "review",
        edits: [{ start: first.body.end, end: second.body.start, newText }],
      },
    ];
  },
});

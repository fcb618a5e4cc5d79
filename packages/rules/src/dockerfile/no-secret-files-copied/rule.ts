import { defineRule, type DockerfileRule, type Problem, type RuleContext } from "@plimsoll/core";
import { parseDockerignore, unquote, type Dockerfile, type Instruction } from "@plimsoll/syntax";
import { copyStep } from "../../shared-copies/sources.ts";
import { COMMON_SECRET_FILES, isSecretFile } from "../../shared-secrets/secret-files.ts";

const WHOLE_CONTEXT = new Set([".", "./", "/", "*", "./*"]);

function* checkCopy(file: Dockerfile, copy: Instruction): Iterable<Problem<string>> {
  const { sources, destination } = copyStep(file, copy);
  let found = false;
  for (const { kind, word, text } of sources) {
    if (kind !== "path" || !isSecretFile(text)) continue;
    found = true;
    yield { problem: "secretFile", at: word, data: text };
  }
  if (found || destination === undefined) return;
  const target = unquote(destination, file.escape);
  if (!target.endsWith("/") && isSecretFile(target))
    yield { problem: "secretFile", at: destination, data: target };
}

/** What a copy of the whole build context takes along. Nothing is said where the host cannot read the folder. */
function* checkContext(file: Dockerfile, copy: Instruction, context: RuleContext): Iterable<Problem<string>> {
  if (copy.flags.some(({ name }) => name === "from")) return;
  const whole = copyStep(file, copy).sources.find(
    ({ kind, text }) => kind === "path" && WHOLE_CONTEXT.has(text),
  );
  const name = context.path.slice(context.path.lastIndexOf("/") + 1);
  if (whole === undefined || context.sibling(name) === undefined) return;
  const ignoreText = context.sibling(`${name}.dockerignore`) ?? context.sibling(".dockerignore");
  const ignore = ignoreText === undefined ? undefined : parseDockerignore(ignoreText);
  let found = false;
  for (const path of COMMON_SECRET_FILES) {
    if (context.sibling(path) === undefined || ignore?.ignores(path) === true) continue;
    found = true;
    yield { problem: "secretInContext", at: whole.word, subject: `${copy.body.text} ${path}`, data: path };
  }
  if (!found && ignore === undefined) {
    yield { problem: "noDockerignore", at: whole.word, severity: "warning", confidence: "medium", data: "" };
  }
}

export const rule: DockerfileRule<string> = defineRule({
  id: "dockerfile/no-secret-files-copied",
  title: "No file that holds a secret is copied into the image",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF019"],
  aliases: ["trivy:DS-0031", "dockle:CIS-DI-0010"],
  since: "0.1.0",
  *check(file, context) {
    for (const instruction of file.instructions) {
      const copy = instruction.trigger ?? instruction;
      if (copy.keyword !== "COPY" && copy.keyword !== "ADD") continue;
      yield* checkCopy(file, copy);
      yield* checkContext(file, copy, context);
    }
  },
  message({ problem, data }) {
    if (problem === "noDockerignore")
      return "Whole build context is copied, and no .dockerignore keeps secrets out of it.";
    if (problem === "secretInContext")
      return `Whole build context is copied, and "${data}" is in it: list it in .dockerignore.`;
    return `File "${data}" holds a secret by its name, and anybody who has the image can read it.`;
  },
});

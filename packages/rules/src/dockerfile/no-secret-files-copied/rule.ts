import { defineRule, type DockerfileRule, type Problem, type RuleContext } from "@plimsoll/core";
import { parseDockerignore, unquote, type Dockerfile, type Instruction, type Span } from "@plimsoll/syntax";
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

/** What lies in the build context, read once a file, and only where the whole of it is copied. */
interface ContextFacts {
  readonly secrets: readonly string[];
  readonly hasIgnore: boolean;
}

/** Undefined where the host cannot read the folder: then nothing is said. */
function readContext({ path, sibling }: RuleContext): ContextFacts | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (sibling(name) === undefined) return undefined;
  const text = sibling(`${name}.dockerignore`) ?? sibling(".dockerignore");
  const ignore = text === undefined ? undefined : parseDockerignore(text);
  const secrets = COMMON_SECRET_FILES.filter(
    (one) => sibling(one) !== undefined && ignore?.ignores(one) !== true,
  );
  return { secrets, hasIgnore: ignore !== undefined };
}

function wholeContext(file: Dockerfile, copy: Instruction): Span | undefined {
  if (copy.flags.some(({ name }) => name === "from")) return undefined;
  return copyStep(file, copy).sources.find(({ kind, text }) => kind === "path" && WHOLE_CONTEXT.has(text))
    ?.word;
}

function* contextProblems(
  copy: Instruction,
  at: Span,
  { secrets, hasIgnore }: ContextFacts,
): Iterable<Problem<string>> {
  for (const path of secrets) {
    yield { problem: "secretInContext", at, subject: `${copy.body.text} ${path}`, data: path };
  }
  if (secrets.length === 0 && !hasIgnore) {
    yield { problem: "noDockerignore", at, severity: "warning", confidence: "medium", data: "" };
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
    let facts: ContextFacts | undefined | "unread" = "unread";
    for (const instruction of file.instructions) {
      const copy = instruction.trigger ?? instruction;
      if (copy.keyword !== "COPY" && copy.keyword !== "ADD") continue;
      yield* checkCopy(file, copy);
      const at = wholeContext(file, copy);
      if (at === undefined) continue;
      if (facts === "unread") facts = readContext(context);
      if (facts !== undefined) yield* contextProblems(copy, at, facts);
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

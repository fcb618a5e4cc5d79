import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { parseImageReference, resolveWord, type Dockerfile, type ExternalImage } from "@plimsoll/syntax";
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

const UNDECLARED = ["buildkit:UndefinedArgInFrom"];
const INVALID_DEFAULT = ["buildkit:InvalidDefaultArgInFrom"];

/** Variables that the builder sets for every FROM. */
const OF_THE_BUILDER = /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT)$/;

/** Whether a name is still one where variables without a value are left out, as the builder does. */
function isValidWithout(text: string): boolean {
  return parseImageReference(text.replaceAll(/\$(?:\{\w+\}|\w+)/g, "")).ok;
}

/** Platforms that name a variable which nothing declares. */
function* openPlatforms(file: Dockerfile): Iterable<Problem<Data>> {
  for (const { from } of file.stages) {
    const value = from.flags.find(({ name }) => name === "platform")?.value;
    if (value === undefined) continue;
    const { unresolved } = resolveWord(file, from, value);
    const variables = unresolved.filter((name) => !isDeclared(file, name) && !OF_THE_BUILDER.test(name));
    if (variables.length === 0) continue;
    const data = { text: value.text, variables, reason: "" };
    yield { problem: "platformUndeclared", at: value, aliases: UNDECLARED, data };
  }
}

/** An image whose name a variable without a value leaves open. One in --from is an error of syntax, which the parser reports. */
function openImage(file: Dockerfile, use: ExternalImage): Problem<Data> | undefined {
  if (use.kind !== "from") return undefined;
  const { unresolved } = use.reference;
  const data = { text: use.text, variables: unresolved, reason: "" };
  if (!unresolved.every((name) => isDeclared(file, name)))
    return { problem: "undeclared", at: use, aliases: UNDECLARED, data };
  return { problem: "noDefault", at: use, aliases: isValidWithout(use.text) ? [] : INVALID_DEFAULT, data };
}

/** An image whose name is none. What is wrong with a digest is for the rule on digests to say. */
function malformed(use: ExternalImage): Problem<Data> | undefined {
  const { text, error } = use.reference;
  const result = parseImageReference(text);
  if (error === undefined && (result.ok || result.problem.fault.startsWith("digest-"))) return undefined;
  const reason = error ?? (result.ok ? "" : result.problem.message);
  const aliases = use.text.includes("$") ? INVALID_DEFAULT : [];
  return { problem: "malformed", at: use, aliases, data: { text: use.text, variables: [], reason } };
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/base-image-resolvable",
  title: "Base images can be worked out from the file",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF004"],
  aliases: [...UNDECLARED, ...INVALID_DEFAULT],
  narrows: true,
  since: "0.1.0",
  *check(file) {
    yield* openPlatforms(file);
    for (const use of imageUses(file)) {
      // A FROM without an image is an error of syntax.
      if (use.kind === "syntax" || use.start === use.end) continue;
      const problem = use.reference.unresolved.length > 0 ? openImage(file, use) : malformed(use);
      if (problem !== undefined) yield problem;
    }
  },
  message({ problem, data: { text, variables, reason } }) {
    const names = variables.map((name) => `"${name}"`).join(", ");
    if (problem === "noDefault")
      return `Base image "${text}" is not known: ARG ${names} has no default, so no rule can judge it.`;
    if (problem === "platformUndeclared")
      return `Platform "${text}" is not known: no ARG before the first FROM declares ${names}.`;
    if (problem === "undeclared")
      return `Base image "${text}" is not known: no ARG before the first FROM declares ${names}.`;
    return `Image "${text}" is no image reference: ${reason}.`;
  },
});

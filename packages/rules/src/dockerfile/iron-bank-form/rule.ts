import {
  defineRule,
  type DockerfileRule,
  type Problem,
  type ProposedFix,
  type RuleContext,
} from "@plimsoll/core";
import { ironBank } from "@plimsoll/model/images";
import { insertBefore, replaceSpan, unquote, type Dockerfile, type Stage } from "@plimsoll/syntax";
import { HARDENING_MANIFEST, isContribution } from "../../shared-ironbank/contribution.ts";
import { manifestArguments } from "../../shared-ironbank/manifest.ts";
import { finalImage, placeOfStage } from "../../shared-stages/final-image.ts";

const FORM = "${BASE_REGISTRY}/${BASE_IMAGE}:${BASE_TAG}";
const ARGUMENTS = ["BASE_REGISTRY", "BASE_IMAGE", "BASE_TAG"];

interface Data {
  readonly names: readonly string[];
}

function missingArguments(file: Dockerfile): readonly string[] {
  const declared = new Set(file.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key)));
  return ARGUMENTS.filter((name) => !declared.has(name));
}

function* checkFrom(file: Dockerfile, stage: Stage): Iterable<Problem<Data>> {
  const missing = missingArguments(file);
  const hasForm = unquote(stage.image, file.escape) === FORM;
  if (!hasForm) yield { problem: "finalFrom", at: placeOfStage(stage), data: { names: [] } };
  if (missing.length > 0) {
    // Both are mended by one fix, so the arguments are reported where the build starts.
    yield {
      problem: "argMissing",
      at: file.stages[0]?.from.keywordSpan ?? stage.image,
      data: { names: missing },
    };
  }
}

function* check(file: Dockerfile, context: RuleContext): Iterable<Problem<Data>> {
  const image = finalImage(file);
  if (image === undefined || !isContribution(context)) return;
  const name = context.path.slice(context.path.lastIndexOf("/") + 1);
  const { keywordSpan } = image.stage.from;
  if (name !== "Dockerfile") {
    yield { problem: "fileName", at: keywordSpan, data: { names: [name] } };
    return;
  }
  yield* checkFrom(file, image.bottom);
  for (const { keyword, keywordSpan: at, body } of image.instructions) {
    if (keyword === "LABEL") yield { problem: "label", at, subject: body.text, data: { names: [] } };
  }
  const files = ironBank.repositoryFiles.filter((one) => one !== "Dockerfile" && one !== HARDENING_MANIFEST);
  for (const missing of files) {
    if (context.sibling(missing) === undefined) {
      yield { problem: "fileMissing", at: keywordSpan, subject: missing, data: { names: [missing] } };
    }
  }
}

function fixFrom(file: Dockerfile, context: RuleContext): readonly ProposedFix[] {
  const image = finalImage(file);
  const first = file.stages[0]?.from;
  if (image === undefined || first === undefined) return [];
  const { image: baseImage, tag } = manifestArguments(context.sibling(HARDENING_MANIFEST) ?? "");
  const defaults = new Map([
    ["BASE_REGISTRY", ironBank.registry],
    ["BASE_IMAGE", baseImage],
    ["BASE_TAG", tag],
  ]);
  const lines: string[] = [];
  for (const name of missingArguments(file)) {
    const value = defaults.get(name);
    if (value === undefined) return [];
    lines.push(`ARG ${name}=${value}`);
  }
  const word = image.bottom.image;
  const edits = unquote(word, file.escape) === FORM ? [] : [replaceSpan(word, FORM)];
  if (lines.length > 0) edits.push(insertBefore(file, first, lines.join("\n")));
  const title = "Start from BASE_REGISTRY, BASE_IMAGE and BASE_TAG, as the hardening manifest says";
  return edits.length === 0 ? [] : [{ title, safety: "review", edits }];
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/iron-bank-form",
  title: "A contribution to Iron Bank has the form that its pipeline asks for",
  severity: "info",
  confidence: "high",
  surface: "dockerfile",
  catalogue: ["DF026"],
  aliases: [],
  since: "0.1.0",
  onlyIn: ["iron-bank"],
  check,
  message({ problem, data: { names } }) {
    const list = names.join(", ");
    if (problem === "fileName")
      return `File "${list}" is not built: Iron Bank builds the one file named Dockerfile.`;
    if (problem === "argMissing")
      return `ARG ${list} must stand before the first FROM: Iron Bank's pipeline sets ${names.length === 1 ? "it" : "them"}.`;
    if (problem === "finalFrom") return `Last stage must start from exactly ${FORM}.`;
    if (problem === "label")
      return "LABEL belongs in hardening_manifest.yaml, from which Iron Bank's pipeline sets it.";
    return `File "${list}" is missing beside the Dockerfile.`;
  },
  fix: ({ problem }, file, context) =>
    problem === "finalFrom" || problem === "argMissing" ? fixFrom(file, context) : [],
});

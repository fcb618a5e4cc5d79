import { defineRule, type DockerfileRule, type Problem } from "@plimsoll/core";
import { replaceSpan, type Dockerfile } from "@plimsoll/syntax";
import { nearestName } from "../../shared-names/nearest.ts";
import { stageSources, type StageSource } from "../../shared-stages/stage-sources.ts";

interface Data {
  readonly text: string;
  readonly meant: string | undefined;
}

/** The checks of other tools: for what is no stage above, and for the stage itself. */
const UNKNOWN = ["hadolint:DL3022"];
const SELF = ["hadolint:DL3023", "trivy:DS-0006", "kics:copy_from_references_current_from_alias"];

/** Likeness is only looked for among this many stages. */
const MAX_STAGES = 200;

/** The stage that a name without registry and tag seems to misspell. */
function misspelled(file: Dockerfile, { stage, text }: StageSource): string | undefined {
  if (/[:/@$]/.test(text) || file.stages.length > MAX_STAGES) return undefined;
  const names = file.stages.slice(0, stage.index).flatMap(({ name }) => name ?? []);
  return nearestName(text.toLowerCase(), names, text.length > 4 ? 2 : 1);
}

function* check(file: Dockerfile): Iterable<Problem<Data>> {
  for (const found of stageSources(file)) {
    const { source, at, text, stage } = found;
    if (source.kind === "no-such-stage") {
      yield { problem: "noSuchStage", at, aliases: UNKNOWN, data: { text, meant: undefined } };
    } else if (source.kind === "external") {
      const meant = misspelled(file, found);
      if (meant !== undefined)
        yield {
          problem: "misspelled",
          at,
          aliases: UNKNOWN,
          severity: "warning",
          confidence: "medium",
          data: { text, meant },
        };
    } else if (source.stage === stage) {
      yield { problem: "self", at, aliases: SELF, data: { text, meant: undefined } };
    } else if (source.stage.index > stage.index) {
      yield { problem: "later", at, severity: "info", aliases: UNKNOWN, data: { text, meant: undefined } };
    }
  }
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/copy-from-exists",
  title: "Files are taken from a stage that stands above",
  severity: "error",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: [...UNKNOWN, ...SELF],
  narrows: true,
  since: "0.1.0",
  check,
  message({ problem, data: { text, meant } }) {
    if (problem === "self") return `Source "${text}" is this stage itself, which cannot copy from itself.`;
    if (problem === "later")
      return `Source "${text}" is a stage further down, which only some builders accept.`;
    if (problem === "misspelled")
      return `Source "${text}" is no stage, so an image of that name is pulled; "${meant ?? ""}" may be meant.`;
    return `Source "${text}" is the number of no stage.`;
  },
  fix: ({ at, data: { meant } }) =>
    meant === undefined ? [] : [{ title: `Use ${meant}`, safety: "review", edits: [replaceSpan(at, meant)] }],
});

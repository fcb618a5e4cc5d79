import type { Pipeline } from "@plimsoll/core";
import { visibleLine } from "../report/visible-text.ts";
import { LINE_WORDS, pictureOf, type PictureFlow, type PictureLine, type PictureStage } from "./picture.ts";

/** Width of the words before what a stage does. */
const WORD_WIDTH = Math.max(...Object.values(LINE_WORDS).map((word) => word.length));

/** A pipeline for a terminal: every workflow with its stages in their order. Ends with a line break. */
export function pipelineText(pipeline: Pipeline): string {
  const flows = pictureOf(pipeline);
  if (flows.length === 0) return "No workflow starts by an event here.\n";
  const more = pipeline.isCut ? "\n\nThere are more stages than are shown." : "";
  return `${flows.map(flowText).join("\n\n")}${more}\n`;
}

function flowText({ flow, trigger, stages }: PictureFlow): string {
  const head = [visibleLine(flow.name), `  ${visibleLine(flow.file)}`];
  if (trigger !== "") head.push(`  started by ${visibleLine(trigger)}`);
  if (flow.after.length > 0) head.push(`  after ${flow.after.map((file) => visibleLine(file)).join(", ")}`);
  return [...head, ...stages.flatMap((stage, index) => stageText(stage, index + 1))].join("\n");
}

function stageText({ stage, lines }: PictureStage, number: number): readonly string[] {
  const phase = stage.phase === undefined ? "" : `  [${stage.phase}]`;
  const order =
    stage.needs.length === 0 ? "" : `  after ${stage.needs.map((need) => visibleLine(need)).join(", ")}`;
  const always = stage.ignoresFailure && stage.needs.length > 0 ? ", even if it failed" : "";
  return [
    `  ${String(number).padStart(2)}. ${visibleLine(stage.id)}${phase}${order}${always}`,
    ...lines.map(lineText),
  ];
}

function lineText({ kind, text, place }: PictureLine): string {
  const isRemark = kind === "weak" || kind === "round" || kind === "unknown";
  const where =
    isRemark && place !== undefined ? `  (${visibleLine(place.file)}:${place.range.start.line})` : "";
  return `      ${LINE_WORDS[kind].padEnd(WORD_WIDTH)}  ${visibleLine(text)}${where}`;
}

import type { Pipeline } from "@plimsoll/core";
import { LINE_WORDS, pictureOf, type PictureFlow, type PictureStage } from "./picture.ts";

/** A pipeline as a Mermaid flowchart, one subgraph a workflow. Ends with a line break. */
export function pipelineMermaid(pipeline: Pipeline): string {
  const flows = pictureOf(pipeline);
  const ids = new Map<string, string>();
  const lines = ["flowchart LR"];
  for (const [index, flow] of flows.entries()) lines.push(...flowLines(flow, `w${index}`, ids));
  for (const [index, { flow, stages }] of flows.entries()) {
    for (const file of flow.after) {
      const earlier = flows.findIndex((other) => other.flow.file === file);
      if (earlier !== -1 && stages.length > 0) lines.push(`  w${earlier} -. starts .-> w${index}`);
    }
  }
  lines.push("  classDef weak stroke-dasharray: 4 3,stroke-width:2px");
  return `${lines.join("\n")}\n`;
}

function flowLines(
  { flow, trigger, stages }: PictureFlow,
  prefix: string,
  ids: Map<string, string>,
): readonly string[] {
  const lines = [`  subgraph ${prefix}["${escaped(`${flow.name}: ${trigger}`)}"]`];
  for (const [index, { stage }] of stages.entries())
    ids.set(`${flow.file}#${stage.id}`, `${prefix}s${index}`);
  for (const stage of stages) {
    const id = ids.get(`${flow.file}#${stage.stage.id}`) ?? prefix;
    lines.push(`    ${id}["${labelOf(stage)}"]${isWeak(stage) ? ":::weak" : ""}`);
  }
  for (const { stage } of stages) {
    for (const need of stage.needs) {
      const from = ids.get(`${flow.file}#${need}`);
      const arrow = stage.ignoresFailure ? "-. always .->" : "-->";
      if (from !== undefined)
        lines.push(`    ${from} ${arrow} ${ids.get(`${flow.file}#${stage.id}`) ?? prefix}`);
    }
  }
  return [...lines, "  end"];
}

function isWeak({ lines }: PictureStage): boolean {
  return lines.some(({ kind }) => kind === "weak" || kind === "round");
}

function labelOf({ stage, lines }: PictureStage): string {
  const rows = lines.map(({ kind, text }) => (kind === "does" ? text : `${LINE_WORDS[kind]}: ${text}`));
  return [stage.name, ...rows].map(escaped).join("<br/>");
}

/** Mermaid reads entities; nothing of a workflow may end the label or start a tag. */
function escaped(text: string): string {
  let result = "";
  for (const character of text.slice(0, 300)) result += entityOf(character);
  return result;
}

function entityOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 32 || code === 127) return " ";
  return '"#<>&;`|{}[]()\\'.includes(character) ? `#${code};` : character;
}

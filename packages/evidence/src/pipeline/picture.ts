import {
  gatesMissed,
  weaknessWords,
  type FilePlace,
  type Flow,
  type Gate,
  type Pipeline,
  type Stage,
} from "@plimsoll/core";
import { pipelineActivity } from "@plimsoll/model/pipeline";

/** A line of text below a stage's name. */
export interface PictureLine {
  /**
   * `does`: an activity; `gate`: a check that can stop the pipeline; `weak`: one that cannot; `approval`: an environment with its
   * protection; `round`: a check that does not stand before this stage; `unknown`: what could not be followed.
   */
  readonly kind: "does" | "gate" | "weak" | "approval" | "round" | "unknown";
  readonly text: string;
  /** Where it is stated, for what a reader may want to look up. */
  readonly place?: FilePlace;
}

/** A stage as it is drawn. */
export interface PictureStage {
  readonly stage: Stage;
  /** From 0: how many stages stand before it on the longest way. */
  readonly column: number;
  readonly lines: readonly PictureLine[];
}

/** A flow as it is drawn. */
export interface PictureFlow {
  readonly flow: Flow;
  /** Such as `push (main), pull_request`. */
  readonly trigger: string;
  readonly stages: readonly PictureStage[];
}

/** Lines of one stage; what goes beyond is counted in the last of them. */
const MAXIMUM_LINES = 14;

/** What there is to draw of a pipeline: the same for every format. */
export function pictureOf(pipeline: Pipeline): readonly PictureFlow[] {
  return pipeline.flows.map((flow) => {
    const columns = columnsOf(flow);
    return {
      flow,
      trigger: flow.triggers.map(({ text, filters }) => triggerText(text, filters)).join(", "),
      stages: flow.stages.map((stage) => ({
        stage,
        column: columns.get(stage.id) ?? 0,
        lines: shortened(linesOf(pipeline, flow, stage)),
      })),
    };
  });
}

function triggerText(event: string, filters: readonly string[] | undefined): string {
  return filters === undefined ? event : `${event} (${filters.join(", ")})`;
}

/** Stages stand behind those that they need. */
function columnsOf({ stages }: Flow): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { id, needs } of stages) {
    columns.set(id, Math.max(-1, ...needs.map((need) => columns.get(need) ?? -1)) + 1);
  }
  return columns;
}

function shortened(lines: readonly PictureLine[]): readonly PictureLine[] {
  if (lines.length <= MAXIMUM_LINES) return lines;
  const rest = lines.length - MAXIMUM_LINES + 1;
  return [...lines.slice(0, MAXIMUM_LINES - 1), { kind: "does", text: `and ${rest} more` }];
}

function linesOf(pipeline: Pipeline, flow: Flow, stage: Stage): readonly PictureLine[] {
  const { environment, unfollowed } = stage;
  const approval: readonly PictureLine[] =
    environment === undefined
      ? []
      : [{ kind: "approval", text: environment.text, place: { file: stage.file, range: environment.range } }];
  const round = gatesMissed(pipeline, flow, stage).map((missed): PictureLine => ({
    kind: "round",
    text: missed.name,
    place: missed,
  }));
  const unknown = unfollowed.map(({ text, file, range }): PictureLine => ({
    kind: "unknown",
    text,
    place: { file, range },
  }));
  return unique([...approval, ...activitiesOf(stage), ...stage.exit.map(gateLine), ...round, ...unknown]);
}

/** What a stage does, its checks aside. */
function activitiesOf({ activities, exit }: Stage): readonly PictureLine[] {
  const checks = new Set(exit.map(({ range }) => range));
  return activities
    .filter(({ range }) => !checks.has(range))
    .map(({ activity, engine, file, range }) => ({
      kind: "does",
      text:
        engine === undefined
          ? pipelineActivity(activity).title
          : `${pipelineActivity(activity).title} (${engine})`,
      place: { file, range },
    }));
}

function gateLine({ text, file, range, weaknesses }: Gate): PictureLine {
  const [weakness] = weaknesses;
  if (weakness === undefined) return { kind: "gate", text, place: { file, range } };
  return {
    kind: "weak",
    text: `${text}: ${weaknessWords(weakness.why)}`,
    place: { file, range: weakness.range },
  };
}

/** The same thing done twice is told once. */
function unique(lines: readonly PictureLine[]): readonly PictureLine[] {
  const seen = new Set<string>();
  return lines.filter(({ kind, text }) => {
    const key = `${kind} ${text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The word that stands before a line in text. */
export const LINE_WORDS: Readonly<Record<PictureLine["kind"], string>> = {
  does: "does",
  gate: "gate",
  weak: "weak gate",
  approval: "approval",
  round: "goes round",
  unknown: "not followed",
};

import type { PipelineActivityId } from "@plimsoll/model/pipeline";
import type { Flow, Pipeline, Stage, StageActivity } from "../pipeline/pipeline.ts";
import { repositoryRoot } from "../pipeline/repository-root.ts";
import { environmentName } from "./environment-name.ts";
import type { Relation } from "./factory-graph.ts";
import type { FileFacts } from "./file-facts.ts";
import type { GraphBuilder } from "./graph-builder.ts";
import { imageName } from "./image-name.ts";

/** Ties that activities make between a job and the images that they name. */
const RELATIONS: Readonly<Partial<Record<PipelineActivityId, Relation>>> = {
  "build-image": "builds",
  "push-image": "pushes",
  "copy-image": "copies",
  "image-scan": "scans",
  scap: "checks",
  sign: "signs",
  sbom: "attests",
  provenance: "attests",
  "release-gate": "releases",
  promote: "promotes",
};

/** The Dockerfiles of a workspace and the images that they build on. */
export function addDockerfiles(builder: GraphBuilder, files: readonly FileFacts[]): void {
  for (const { file, dockerfile } of files) {
    if (dockerfile === undefined) continue;
    const from = builder.node({
      id: `dockerfile:${file}`,
      kind: "dockerfile",
      name: file,
      file,
      range: dockerfile.range,
    });
    for (const { text, range } of dockerfile.bases) {
      const to = imageNode(builder, text);
      if (to !== undefined) builder.edge({ from, to, relation: "builds-on", file, range });
    }
  }
}

/** An image by its name; undefined where the name is not known. */
export function imageNode(builder: GraphBuilder, text: string): string | undefined {
  const name = imageName(text);
  return name === undefined ? undefined : builder.node({ id: `image:${name}`, kind: "image", name });
}

/** Id of the node of a stage. */
export function jobNodeId(flow: Flow, stageId: string): string {
  return `job:${flow.file}#${stageId}`;
}

/** The jobs of the pipeline and what they do with images. */
export function addPipeline(builder: GraphBuilder, pipeline: Pipeline): void {
  for (const flow of pipeline.flows) {
    for (const stage of flow.stages) addStage(builder, flow, stage);
  }
}

function addStage(builder: GraphBuilder, flow: Flow, stage: Stage): void {
  const { file, range } = stage;
  const from = builder.node({
    id: jobNodeId(flow, stage.id),
    kind: "job",
    name: `${flow.name}: ${stage.name}`,
    file,
    range,
  });
  for (const need of stage.needs) {
    const place = stage.entrance.find((gate) => gate.kind === "order" && gate.text === need) ?? stage;
    builder.edge({ from: jobNodeId(flow, need), to: from, relation: "before", file, range: place.range });
  }
  if (stage.environment !== undefined) {
    const name = environmentName(stage.environment.text);
    const to = builder.node({ id: `environment:${name}`, kind: "environment", name });
    builder.edge({ from, to, relation: "deploys-to", file, range: stage.environment.range });
  }
  for (const activity of stage.activities) addActivity(builder, from, activity, flow);
}

function addActivity(builder: GraphBuilder, from: string, activity: StageActivity, flow: Flow): void {
  const { file, range, dockerfile, subjects = [] } = activity;
  if (dockerfile !== undefined) {
    const to = `dockerfile:${repositoryRoot(flow.file)}${dockerfile}`;
    if (builder.has(to)) builder.edge({ from, to, relation: "uses", file, range });
  }
  const relation = RELATIONS[activity.activity];
  if (relation === undefined) return;
  for (const subject of subjects) {
    const to = imageNode(builder, subject);
    if (to !== undefined) builder.edge({ from, to, relation, file, range });
  }
}

import {
  activitiesOf,
  type Confidence,
  type FileProblem,
  type Flow,
  type FoundActivity,
  type Inventory,
  type Pipeline,
} from "@plimsoll/core";
import type { PipelineActivityId } from "@plimsoll/model/pipeline";

/** Activities that make a workspace one with a product: something is built, handed on or deployed. */
export const PRODUCT: readonly PipelineActivityId[] = [
  "build-image",
  "push-image",
  "release",
  "copy-image",
  "promote",
  "deploy",
];

/** What is asked for, and of whom. */
export interface Wanted {
  readonly problem: string;
  /** One of these must be there. */
  readonly activities: readonly PipelineActivityId[];
  readonly message: string;
  /** Only where one of these is done; {@link PRODUCT} where absent. */
  readonly where?: readonly PipelineActivityId[];
  /** Whether each workflow that asks must do it, with those that it starts or that start it, or any of the workspace. */
  readonly in: "workflow" | "workspace";
}

/** The first asking activity of each workflow, or of the workspace, without what is asked for. */
export function missing(inventory: Inventory, wanted: Wanted): readonly FileProblem[] {
  const pipeline = inventory.pipeline();
  const asking = activitiesOf(pipeline, wanted.where ?? PRODUCT).filter(({ activity }) => !isSite(activity));
  if (asking.length === 0) return [];
  const done = activitiesOf(pipeline, wanted.activities);
  if (wanted.in === "workspace")
    return done.length > 0 ? [] : asking.slice(0, 1).map((one) => lack(one, wanted, pipeline.flows));
  const flows = new Set(done.map(({ flow }) => flow));
  const seen = new Set<Flow>();
  return asking.flatMap((one) => {
    if (seen.has(one.flow)) return [];
    seen.add(one.flow);
    const joined = joinedFlows(pipeline, one.flow);
    return joined.some((flow) => flows.has(flow)) ? [] : [lack(one, wanted, joined)];
  });
}

/** A site of plain pages runs nothing of its own. */
function isSite({ engine }: FoundActivity["activity"]): boolean {
  return engine !== undefined && SITES.has(engine);
}

const SITES: ReadonlySet<string> = new Set(["github-pages"]);

function lack(
  { activity }: FoundActivity,
  { problem, message }: Wanted,
  flows: readonly Flow[],
): FileProblem {
  return { problem, message, file: activity.file, at: activity.range, subject: problem, ...certainty(flows) };
}

/** What is called of other repositories, and is not known, may do anything. */
function certainty(flows: readonly Flow[]): { readonly confidence?: Confidence } {
  const isBlind = flows.some(({ stages }) => stages.some(({ unfollowed }) => unfollowed.length > 0));
  return isBlind ? { confidence: "low" } : {};
}

/** A workflow with those that its end starts, and those whose end starts it. */
export function joinedFlows(pipeline: Pipeline, flow: Flow): readonly Flow[] {
  const joined = new Set([flow]);
  for (const one of joined) {
    for (const other of pipeline.flows) {
      if (one.after.includes(other.file) || other.after.includes(one.file)) joined.add(other);
    }
  }
  return [...joined];
}

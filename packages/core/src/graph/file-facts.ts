import type { PipelineActivityId } from "@plimsoll/model/pipeline";
import type { Range } from "@plimsoll/syntax";
import type { ToolTrace } from "../tools/tool-trace.ts";

/** A text and its place. */
export interface PlacedText {
  readonly text: string;
  readonly range: Range;
}

/** What one file tells the inventory graph beside its objects: small, plain data. Absent parts say nothing. */
export interface FileFacts {
  /** Path from the workspace's root, with `/`. */
  readonly file: string;
  readonly dockerfile?: DockerfileFacts;
  readonly workflow?: WorkflowFacts;
  readonly action?: ActionFacts;
  readonly configuration?: ConfigurationFacts;
  readonly kustomization?: KustomizationFacts;
  /** What may be traces of tools, beside objects. */
  readonly tools?: readonly ToolTrace[];
}

/** What a Dockerfile tells. */
export interface DockerfileFacts {
  /** The first FROM. */
  readonly range: Range;
  /** Images from outside that stages start from, with the values of ARGs put in. `final` is what the result is built on. */
  readonly bases: readonly (PlacedText & { readonly final: boolean })[];
  /** Ports of EXPOSE in the final stage. */
  readonly ports: readonly (PlacedText & { readonly port: number })[];
  /** The last USER of the final stage. */
  readonly user?: PlacedText;
  readonly healthcheck?: Range;
}

/** Why a check in a pipeline cannot stop it. */
export type GateWeakness =
  /** `continue-on-error` of the step. */
  | "step-continues"
  /** `continue-on-error` of the job. */
  | "job-continues"
  /** `|| true` and the like behind the command. */
  | "failure-swallowed"
  /** A pipe whose last command decides, without `pipefail`. */
  | "pipe-swallows"
  /** `set +e`, or a shell that goes on. */
  | "errors-ignored"
  /** The tool was not told to fail. */
  | "tool-never-fails";

/** Something that a step does. */
export interface ActivityFact {
  readonly activity: PipelineActivityId;
  /** The tool behind it. */
  readonly engine?: string;
  /** The value of `uses:`, or the command's name. */
  readonly range: Range;
  /** Images (or tags) that it names, with known variables put in; `${{ … }}` stays where the value is not known. */
  readonly subjects?: readonly string[];
  /** Path of the Dockerfile that is built, from the root of the repository, where it is known. */
  readonly dockerfile?: string;
  readonly weaknesses?: readonly { readonly why: GateWeakness; readonly range: Range }[];
}

/** A step that does something that is known, or that uses something that has to be followed. */
export interface StepFact {
  readonly name: string;
  readonly range: Range;
  readonly does: readonly ActivityFact[];
  /** Folder of the local action that it uses, from the root of the repository. */
  readonly local?: string;
  readonly condition?: ConditionFact;
  /** `continue-on-error` of a step with a local action, whose checks then count for nothing. */
  readonly continues?: Range;
  /** Days that an upload of evidence is kept, where it says. */
  readonly retentionDays?: number;
}

/** `if:` of a job or step. */
export interface ConditionFact {
  readonly range: Range;
  readonly text: string;
  /** It asks `always()`, `failure()` or `!cancelled()`, so it may hold although something before it failed. */
  readonly ignoresFailure: boolean;
}

/** A job of a workflow. */
export interface JobFact {
  readonly id: string;
  readonly name: string;
  /** The job's key. */
  readonly range: Range;
  readonly needs: readonly PlacedText[];
  readonly condition?: ConditionFact;
  readonly environment?: PlacedText;
  /** Job- and service-container images. */
  readonly images?: readonly PlacedText[];
  /** A reusable workflow; `path` from the root of the repository where it is a local one. */
  readonly calls?: PlacedText & { readonly path?: string };
  readonly steps: readonly StepFact[];
}

/** An event that starts a workflow. */
export interface TriggerFact extends PlacedText {
  /** Branches, tags, types or workflow names that it is limited to, as written. */
  readonly filters?: readonly string[];
}

/** What a workflow tells. */
export interface WorkflowFacts {
  readonly name: string;
  readonly range: Range;
  readonly triggers: readonly TriggerFact[];
  readonly jobs: readonly JobFact[];
}

/** What a composite action tells. */
export interface ActionFacts {
  readonly name: string;
  readonly range: Range;
  readonly steps: readonly StepFact[];
}

/** Where `plimsoll.yaml` says what the factory is made of. */
export interface ConfigurationFacts {
  /** The first key of the file. */
  readonly range: Range;
  /** The key `inventory`. */
  readonly inventory?: Range;
  /** The end of the file, with its last character, or an empty text. */
  readonly end: PlacedText;
  /** Places by path, such as `tools.0.product` or `environments.1.name`, below `inventory`. */
  readonly places: readonly { readonly path: string; readonly text: string; readonly range: Range }[];
}

/** An image that a kustomization replaces. */
export interface ImageChange {
  readonly name: PlacedText;
  readonly newName?: PlacedText;
  readonly newTag?: PlacedText;
  readonly digest?: PlacedText;
}

/** What a kustomization tells. */
export interface KustomizationFacts {
  readonly range: Range;
  readonly images: readonly ImageChange[];
  /** Workspace paths of bases and resources that are local, as far as they lie in the workspace. */
  readonly resources: readonly PlacedText[];
  readonly namespace?: PlacedText;
}

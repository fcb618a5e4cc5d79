import { pipelineActions, pipelineCommands } from "./pipeline.data.ts";
import type { Phase } from "./vocabulary.data.ts";

/** What a step of a pipeline can do, each with the phase of the lifecycle that it belongs to. */
export const pipelineActivities = [
  { id: "build-image", title: "Build image", phase: "build" },
  { id: "push-image", title: "Store image", phase: "build" },
  { id: "unit-test", title: "Unit test", phase: "test" },
  { id: "test-report", title: "Report tests", phase: "test" },
  { id: "lint", title: "Lint", phase: "develop" },
  { id: "sast", title: "Static application security test", phase: "test" },
  { id: "dast", title: "Dynamic application security test", phase: "test" },
  { id: "secret-scan", title: "Secret scan", phase: "test" },
  { id: "malware-scan", title: "Malware scan", phase: "test" },
  { id: "dependency-scan", title: "Dependency scan", phase: "test" },
  { id: "image-scan", title: "Image scan", phase: "test" },
  { id: "scap", title: "SCAP check", phase: "test" },
  { id: "policy-check", title: "Policy check", phase: "test" },
  { id: "sbom", title: "Bill of materials", phase: "release" },
  { id: "sign", title: "Sign", phase: "release" },
  { id: "provenance", title: "Provenance", phase: "release" },
  { id: "verify-signature", title: "Verify signature", phase: "release" },
  { id: "release-gate", title: "Go / no-go", phase: "release" },
  { id: "release", title: "Publish release", phase: "deliver" },
  { id: "copy-image", title: "Copy image", phase: "deliver" },
  { id: "promote", title: "Promote by Git", phase: "deliver" },
  { id: "deploy", title: "Deploy from the pipeline", phase: "deploy" },
  { id: "keep-evidence", title: "Keep evidence", phase: "release" },
] as const;
/** A thing that a step of a pipeline does. */
export type PipelineActivityId = (typeof pipelineActivities)[number]["id"];

/** A condition on an input of an action: what stands there, or else the default, is one of the values, or none of them. */
export interface InputTest {
  readonly input: string;
  /** The value where the input is not given. */
  readonly default: string;
  readonly oneOf?: readonly string[];
  readonly noneOf?: readonly string[];
}

/** One thing that an action does. */
export interface ActionEffect {
  readonly activity: PipelineActivityId;
  /** The tool behind it. Two scanners of one engine are one scanner. */
  readonly engine?: string;
  /** All must hold; an input that is an expression counts as holding. */
  readonly when?: readonly InputTest[];
  /** What the action was asked to look at (an image, tags), by input. */
  readonly subjects?: readonly string[];
  /** Where this holds, findings of the tool do not fail the step. */
  readonly toothless?: InputTest;
}

/** What a public action is known to do. */
export interface PipelineAction {
  /** `owner/repository` or `owner/repository/path` in lower case; `*` at either end stands for any text. */
  readonly name: string;
  readonly does: readonly ActionEffect[];
}

/** One thing that a command does. */
export interface CommandEffect {
  readonly activity: PipelineActivityId;
  readonly engine?: string;
  /** Holds only where one of these flags is there. */
  readonly withFlag?: readonly string[];
  /** Holds only where none of these flags is there. */
  readonly withoutFlag?: readonly string[];
  /** Does not hold where the last word that is no flag starts with one of these, such as a local folder. */
  readonly notTo?: readonly string[];
  /** Flags whose values name images; `""` is the last word that is no flag. */
  readonly subjects?: readonly string[];
  /** Flags without which (or with the value 0 or false) findings do not fail the command; an empty list: nothing makes it fail. */
  readonly failsWith?: readonly string[];
  /** Flags with which findings do not fail the command; `--exit-code=0` means that value only. */
  readonly toothlessWith?: readonly string[];
}

/** What a command line is known to do. */
export interface PipelineCommand {
  /** Program and the words behind it that are no flags, such as `docker buildx build`. A closing `*` of the last word stands for any ending. */
  readonly words: string;
  readonly does: readonly CommandEffect[];
}

/** An activity with its phase. */
export interface PipelineActivity {
  readonly id: PipelineActivityId;
  readonly title: string;
  readonly phase: Phase;
}

const activities: ReadonlyMap<string, PipelineActivity> = new Map(
  pipelineActivities.map((activity) => [activity.id, activity]),
);

/** The activity of that id. */
export function pipelineActivity(id: PipelineActivityId): PipelineActivity {
  return activities.get(id) ?? pipelineActivities[0];
}

export { pipelineActions, pipelineCommands };

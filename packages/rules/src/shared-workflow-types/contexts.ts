import {
  BOOLEAN,
  mapped,
  NUMBER,
  open,
  strict,
  STRING,
  ANY,
  type ObjectType,
  type ValueType,
} from "./type.ts";

const texts = (names: readonly string[]): readonly (readonly [string, ValueType])[] =>
  names.map((name) => [name, STRING] as const);

const GITHUB_TEXTS = [
  "action",
  "action_path",
  "action_ref",
  "action_repository",
  "action_status",
  "actor",
  "actor_id",
  "api_url",
  "base_ref",
  "env",
  "event_name",
  "event_path",
  "graphql_url",
  "head_ref",
  "job",
  "job_workflow_sha",
  "output",
  "path",
  "ref",
  "ref_name",
  "ref_type",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "repository_visibility",
  "repositoryurl",
  "run_attempt",
  "run_id",
  "run_number",
  "secret_source",
  "server_url",
  "sha",
  "state",
  "step_summary",
  "token",
  "triggering_actor",
  "workflow",
  "workflow_ref",
  "workflow_sha",
  "workspace",
  "artifact_cache_size_limit",
];

/** `github`, with the inputs of the event where they are known. */
export function githubType(eventInputs: ObjectType | undefined): ObjectType {
  return strict([
    ...texts(GITHUB_TEXTS),
    ["event", open(eventInputs === undefined ? [] : [["inputs", eventInputs]])],
    ["ref_protected", BOOLEAN],
    ["retention_days", NUMBER],
  ]);
}

export const RUNNER: ObjectType = strict(
  texts(["name", "os", "arch", "temp", "tool_cache", "debug", "environment", "workspace"]),
);

export const STRATEGY: ObjectType = strict([
  ["fail-fast", BOOLEAN],
  ["job-index", NUMBER],
  ["job-total", NUMBER],
  ["max-parallel", NUMBER],
]);

export const JOB: ObjectType = strict([
  ["status", STRING],
  ["check_run_id", NUMBER],
  ["workflow_ref", STRING],
  ["workflow_sha", STRING],
  ["workflow_repository", STRING],
  ["workflow_file_path", STRING],
  ["container", strict(texts(["id", "network"]))],
  [
    "services",
    mapped(
      strict([
        ["id", STRING],
        ["network", STRING],
        ["ports", mapped(STRING)],
      ]),
    ),
  ],
]);

/** What a step that has run tells. */
export function stepType(outputs: ValueType): ObjectType {
  return strict([
    ["outputs", outputs],
    ["conclusion", STRING],
    ["outcome", STRING],
  ]);
}

/** What a job that has run tells. */
export function jobResultType(outputs: ValueType): ObjectType {
  return strict([
    ["outputs", outputs],
    ["result", STRING],
  ]);
}

const INPUT_TYPES: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ["boolean", BOOLEAN],
  ["number", NUMBER],
  ["string", STRING],
  ["choice", STRING],
  ["environment", STRING],
]);

/** The type of an input by its `type:`. */
export function inputType(type: string | undefined): ValueType {
  if (type === undefined) return ANY;
  return INPUT_TYPES.get(type) ?? ANY;
}

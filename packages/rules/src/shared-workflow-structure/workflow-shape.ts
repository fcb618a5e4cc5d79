import { eventShapes } from "./event-shapes.ts";
import {
  any,
  anyText,
  bool,
  either,
  list,
  map,
  mapOf,
  numeric,
  text,
  type MapShape,
  type Shape,
} from "./shape.ts";

const variables = mapOf(anyText, { expression: true, empty: true });
const defaults = map({ run: map({ shell: text, "working-directory": text }) });
const concurrency = either(
  map({ group: text, "cancel-in-progress": bool, queue: text }, { required: ["group"] }),
  text,
);
const permissions = either(mapOf(text), text);
const credentials = map(
  { username: text, password: text },
  { required: ["username", "password"], expression: true },
);

const containerKeys = {
  image: text,
  credentials,
  env: variables,
  ports: list(text, { expression: true }),
  volumes: list(text, { expression: true }),
  options: anyText,
};
const container = either(map(containerKeys, { required: ["image"], expression: true, empty: true }), {
  kind: "text",
  empty: true,
});
const service = either(
  map({ ...containerKeys, entrypoint: text, command: text }, { required: ["image"], expression: true }),
  text,
);

const runsOn = either(
  map({ group: text, labels: list(text, { single: true, expression: true }) }),
  list(text, { single: true, expression: true }),
);

const environment = either(map({ name: text, url: text, deployment: bool }, { required: ["name"] }), text);

const rows = list(any, { expression: true });
const strategy = map(
  {
    matrix: map({ include: rows, exclude: rows }, { rest: rows, foldsCase: true, expression: true }),
    "fail-fast": bool,
    "max-parallel": numeric,
  },
  { expression: true },
);

const stepKeys = {
  id: text,
  if: text,
  name: anyText,
  env: variables,
  "continue-on-error": bool,
  "timeout-minutes": numeric,
};

/** A step that runs a script. */
export const scriptStep: MapShape = map({ ...stepKeys, run: text, shell: text, "working-directory": text });
/** A step that runs an action. */
export const actionStep: MapShape = map({
  ...stepKeys,
  uses: text,
  with: mapOf(anyText, { empty: true }),
});

const steps = list(any);

const jobKeys = {
  name: anyText,
  needs: list(text, { single: true }),
  if: text,
  permissions,
  concurrency,
  strategy,
};

/** A job that runs steps. */
export const stepsJob: MapShape = map(
  {
    ...jobKeys,
    "runs-on": runsOn,
    environment,
    outputs: mapOf(anyText),
    env: variables,
    defaults,
    steps,
    "timeout-minutes": numeric,
    "continue-on-error": bool,
    container,
    services: mapOf(service, { expression: true }),
    snapshot: either(
      map({ "image-name": text, version: text, if: text }, { required: ["image-name"] }),
      text,
    ),
  },
  { required: ["runs-on", "steps"] },
);

/** A job that calls a reusable workflow. */
export const callingJob: MapShape = map(
  {
    ...jobKeys,
    uses: text,
    with: mapOf(anyText, { empty: true }),
    secrets: either(mapOf(anyText, { empty: true }), { kind: "text", of: ["inherit"] }),
  },
  { required: ["uses"] },
);

export const workflowShape: MapShape = map(
  {
    name: anyText,
    "run-name": text,
    on: either(eventShapes, list(text, { single: true })),
    permissions,
    env: variables,
    defaults,
    concurrency,
    jobs: mapOf(any, { mayBeEmpty: false }),
  },
  { required: ["on", "jobs"] },
);

const actionInputs = mapOf(
  map(
    { description: anyText, required: bool, default: anyText, deprecationMessage: anyText, type: anyText },
    { empty: true },
  ),
  { empty: true },
);

const RUNS: Readonly<Record<string, MapShape>> = {
  composite: map({ using: text, steps: list(any, { empty: true }) }, { required: ["using", "steps"] }),
  docker: map(
    {
      using: text,
      image: text,
      env: variables,
      entrypoint: anyText,
      args: list(anyText, { expression: true, empty: true }),
      "pre-entrypoint": anyText,
      "post-entrypoint": anyText,
      "pre-if": text,
      "post-if": text,
    },
    { required: ["using", "image"] },
  ),
  node: map(
    { using: text, main: text, pre: text, post: text, "pre-if": text, "post-if": text },
    { required: ["using", "main"] },
  ),
};

/** What `runs:` of an action may hold, by its `using:`; undefined for a kind that is not known. */
export function runsShape(using: string): MapShape | undefined {
  const lower = using.toLowerCase();
  if (lower.startsWith("node")) return RUNS["node"];
  return lower === "composite" || lower === "docker" ? RUNS[lower] : undefined;
}

/** An action's metadata, for what its `using:` asks. */
export function actionShape(outputs: "with-value" | "plain"): MapShape {
  const output: Shape =
    outputs === "with-value"
      ? map({ description: anyText, value: anyText }, { required: ["value"] })
      : map({ description: anyText }, { empty: true });
  return map(
    {
      name: text,
      author: anyText,
      description: text,
      inputs: actionInputs,
      outputs: mapOf(output, { empty: true }),
      runs: any,
      branding: map({ icon: text, color: text }),
    },
    { required: ["name", "description", "runs"] },
  );
}

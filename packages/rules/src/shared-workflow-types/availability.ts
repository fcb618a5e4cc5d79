import type { YamlPath } from "@plimsoll/syntax";

/** What expressions may use at a place, as GitHub documents it. */
export interface Availability {
  readonly contexts: readonly string[];
  readonly statusFunctions: boolean;
  readonly hashFiles: boolean;
}

const EARLY = ["github", "inputs", "vars"];
const JOB = ["github", "inputs", "vars", "needs"];
const MATRIX = [...JOB, "strategy", "matrix"];
const WITH_SECRETS = [...MATRIX, "secrets"];
const CREDENTIALS = [...WITH_SECRETS, "env"];
const RUNNING = [...MATRIX, "job", "runner", "env"];
const STEP = [...RUNNING, "secrets", "steps"];
const COMPOSITE = ["github", "inputs", "strategy", "matrix", "job", "runner", "env", "steps"];

const plain = (contexts: readonly string[]): Availability => ({
  contexts,
  statusFunctions: false,
  hashFiles: false,
});

/** Places by their keys, `*` for any name or index; the longest that fits the start of a path counts. */
const PLACES: readonly (readonly [place: string, availability: Availability])[] = [
  ["run-name", plain(EARLY)],
  ["concurrency", plain(EARLY)],
  ["env", plain([...EARLY, "secrets"])],
  ["defaults", plain([])],
  ["on.workflow_call.inputs.*.default", plain(EARLY)],
  ["on.workflow_call.outputs.*.value", plain([...EARLY, "jobs"])],
  ["jobs.*.name", plain(MATRIX)],
  ["jobs.*.if", { contexts: JOB, statusFunctions: true, hashFiles: false }],
  ["jobs.*.concurrency", plain(MATRIX)],
  ["jobs.*.container", plain(MATRIX)],
  ["jobs.*.container.credentials", plain(CREDENTIALS)],
  ["jobs.*.container.env", plain([...RUNNING, "secrets"])],
  ["jobs.*.services", plain(MATRIX)],
  ["jobs.*.services.*.credentials", plain(CREDENTIALS)],
  ["jobs.*.services.*.env", plain([...RUNNING, "secrets"])],
  ["jobs.*.continue-on-error", plain(MATRIX)],
  ["jobs.*.defaults.run", plain([...MATRIX, "env"])],
  ["jobs.*.env", plain(WITH_SECRETS)],
  ["jobs.*.environment", plain(MATRIX)],
  ["jobs.*.environment.url", plain([...RUNNING, "steps"])],
  ["jobs.*.outputs", plain([...STEP])],
  ["jobs.*.runs-on", plain(MATRIX)],
  ["jobs.*.secrets", plain(WITH_SECRETS)],
  ["jobs.*.snapshot", plain(MATRIX)],
  ["jobs.*.strategy", plain(JOB)],
  ["jobs.*.timeout-minutes", plain(MATRIX)],
  ["jobs.*.with", plain(MATRIX)],
  ["jobs.*.steps.*", { contexts: STEP, statusFunctions: false, hashFiles: true }],
  ["jobs.*.steps.*.if", { contexts: [...RUNNING, "steps"], statusFunctions: true, hashFiles: true }],
  ["jobs.*.steps.*.shell", plain([])],
  ["runs.steps.*", { contexts: COMPOSITE, statusFunctions: false, hashFiles: true }],
  ["runs.steps.*.if", { contexts: COMPOSITE, statusFunctions: true, hashFiles: true }],
  ["outputs.*.value", plain(COMPOSITE)],
];

/** Places by their length, longest first. */
const BY_LENGTH = PLACES.map(([place, availability]) => ({ steps: place.split("."), availability })).sort(
  (a, b) => b.steps.length - a.steps.length,
);

/** All names of contexts that there are. */
export const CONTEXT_NAMES: ReadonlySet<string> = new Set([...STEP, "jobs"]);

/** What is available at a path; undefined where nothing is documented, and nothing is judged. */
export function availabilityAt(path: YamlPath): Availability | undefined {
  return BY_LENGTH.find(({ steps }) => fits(steps, path))?.availability;
}

function fits(steps: readonly string[], path: YamlPath): boolean {
  return (
    steps.length <= path.length && steps.every((step, index) => step === "*" || step === String(path[index]))
  );
}

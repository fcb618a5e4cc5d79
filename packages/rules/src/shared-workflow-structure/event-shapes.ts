import { anyText, bool, list, map, mapOf, text, type MapShape, type Shape } from "./shape.ts";

const names: Shape = list(text, { single: true });
/** Patterns may be empty in none of these. */
const branches = { branches: names, "branches-ignore": names };
const paths = { paths: names, "paths-ignore": names };
const types = { types: names };

/** An event that may stand without settings. */
function event(keys: Readonly<Record<string, Shape>>): MapShape {
  return map(keys, { empty: true });
}

const dispatchInput = map(
  {
    description: anyText,
    required: bool,
    default: anyText,
    deprecationMessage: anyText,
    type: { kind: "text", of: ["string", "boolean", "number", "choice", "environment"] },
    options: list(text),
  },
  { empty: true },
);

const callInput = map(
  {
    description: anyText,
    required: bool,
    default: anyText,
    deprecationMessage: anyText,
    type: { kind: "text", of: ["string", "boolean", "number"] },
  },
  { required: ["type"] },
);

const call = event({
  inputs: mapOf(callInput, { empty: true }),
  secrets: mapOf(
    map({ description: anyText, required: bool, deprecationMessage: anyText }, { empty: true }),
    {
      empty: true,
    },
  ),
  outputs: mapOf(map({ description: anyText, value: text }, { required: ["value"] }), { empty: true }),
});

const schedule = list(map({ cron: text, timezone: text }, { required: ["cron"] }));

const SPECIAL: Readonly<Record<string, Shape>> = {
  push: event({ ...branches, ...paths, tags: names, "tags-ignore": names }),
  pull_request: event({ ...types, ...branches, ...paths }),
  pull_request_target: event({ ...types, ...branches, ...paths }),
  merge_group: event({ ...types, ...branches }),
  workflow_run: event({ ...types, ...branches, workflows: names }),
  workflow_dispatch: event({ inputs: mapOf(dispatchInput, { empty: true }) }),
  workflow_call: call,
  schedule,
  repository_dispatch: event(types),
  image_version: event({ names: list(text), versions: list(text) }),
};

/** Events by their names; an event that is not known may have types, and is for another rule to report. */
export const eventShapes: MapShape = map(SPECIAL, { rest: event(types), mayBeEmpty: false });

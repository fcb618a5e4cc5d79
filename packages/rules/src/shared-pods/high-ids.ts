import { setInPart, type CelCheck, type RuleOption } from "@plimsoll/core";
import { oneFix } from "../shared-objects/fixes.ts";
import { HELD_TO_LINUX_RULES } from "./conditions.ts";

/** The option for the least number. */
export const MINIMUM_ID: Readonly<Record<string, RuleOption>> = {
  minimum: {
    description: "The least number; those of the node are below it.",
    schema: { type: "integer", minimum: 1 },
    default: 10000,
  },
};

/** In a user namespace of its own the pod's numbers mean nothing on the node. */
const SHARES_NUMBERS = `podSpec.?hostUsers.orValue(true) != false && ${HELD_TO_LINUX_RULES}`;

/** Checks on one field of security contexts that holds the number of a user or group. */
function checksFor(
  field: "runAsUser" | "runAsGroup",
  what: string,
): Readonly<Record<"pod" | "container" | "missing", CelCheck>> {
  const path = `securityContext.${field}`;
  const fix: CelCheck["fix"] = (part, { options }) =>
    oneFix(`Set ${field} to the least number`, "review", setInPart(part, path, options["minimum"] ?? 10000));
  return {
    pod: {
      each: "pods",
      when: SHARES_NUMBERS,
      require: `!has(podSpec.?${path}) || podSpec.${path} >= params.minimum || podSpec.?containers.orValue([]).all(one, has(one.?${path}))`,
      problem: "low",
      at: [path],
      message: `The pods of {kind} "{name}" run as ${what} {value}, a number that the node may use itself.`,
      fix,
    },
    container: {
      each: "containers",
      when: SHARES_NUMBERS,
      require: `!has(container.?${path}) || container.${path} >= params.minimum`,
      problem: "low",
      at: [path],
      message: `Container "{name}" runs as ${what} {value}, a number that the node may use itself.`,
      fix,
    },
    missing: {
      each: "containers",
      when: `${SHARES_NUMBERS} && containerType != "ephemeralContainers"`,
      require: `has(container.?${path}) || has(podSpec.?${path})`,
      problem: "missing",
      at: [path],
      message: `Container "{name}" runs as whatever ${what} its image has.`,
      fix,
    },
  };
}

/** Checks on the numbers of users and of groups. */
export const highIdChecks: Readonly<Record<"user" | "group", ReturnType<typeof checksFor>>> = {
  user: checksFor("runAsUser", "user"),
  group: checksFor("runAsGroup", "group"),
};

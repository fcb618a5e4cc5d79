import type { RuleOption } from "@plimsoll/core";

export const ONE_PER_POD: RuleOption = {
  description:
    "Be content with one container of the pod that has the probe; helpers beside it then need none.",
  schema: { type: "boolean" },
  default: false,
};

/** Containers of a pod up to which the others are looked at, so that the time stays in proportion to the file. */
const MOST_CONTAINERS = 64;

/** CEL: the option asks for one probe in the pod, and another container has it. */
export function anotherHas(probe: string): string {
  const containers = "podSpec.?containers.orValue([])";
  return `(params.onePerPod && ${containers}.size() <= ${MOST_CONTAINERS} && ${containers}.exists(c, has(c.${probe})))`;
}

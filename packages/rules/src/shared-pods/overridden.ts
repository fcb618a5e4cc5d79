const LISTS = ["containers", "initContainers", "ephemeralContainers"];

/** CEL: every container of the pod, as `c`, meets a condition, so that what the pod says reaches none of them. */
export function byEveryContainer(condition: string): string {
  return `(${LISTS.map((list) => `podSpec.?${list}.orValue([]).all(c, ${condition})`).join(" && ")})`;
}

import type { WorkflowFile } from "@plimsoll/core";
import { asMap, effectiveEntries, entryName, getEntry, type WorkflowVariable } from "@plimsoll/syntax";
import { jobsOf, stepsOf } from "./places.ts";

/** Every environment variable that a workflow or action sets, of containers and services too. */
export function allVariables(file: WorkflowFile): readonly WorkflowVariable[] {
  const top = file.kind === "workflow" ? file.workflow.environment : [];
  const jobs = jobsOf(file).flatMap((job) => [...job.environment, ...ofContainers(job)]);
  return [...top, ...jobs, ...stepsOf(file).flatMap(({ step }) => step.environment)];
}

function ofContainers({
  container,
  services,
}: ReturnType<typeof jobsOf>[number]): readonly WorkflowVariable[] {
  return [...(container === undefined ? [] : [container]), ...services].flatMap(({ node }) => {
    const map = asMap(node);
    const variables = map === undefined ? undefined : asMap(getEntry(map, "env")?.value);
    if (variables === undefined) return [];
    return effectiveEntries(variables).map((entry) => ({
      name: entryName(entry),
      key: { start: entry.key.start, end: entry.key.end },
      value: entry.value,
    }));
  });
}

import { defineRule, nearest, type WorkflowRule } from "@plimsoll/core";
import { asScalar, type WorkflowPermissions } from "@plimsoll/syntax";
import { scopeAccess, scopeNames } from "../../shared-workflow/permission-table.ts";

interface Data {
  readonly name: string;
  readonly wanted: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/permissions-valid",
  title: "Permissions name scopes and access that exist",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI013"],
  aliases: ["actionlint:permissions"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind !== "workflow") return;
    yield* ofBlock(file.workflow.permissions);
    for (const { permissions } of file.workflow.jobs) yield* ofBlock(permissions);
  },
  message: ({ problem, data: { name, wanted } }) => {
    if (problem === "all")
      return `"${name}" is no permission for all scopes; there are read-all, write-all and {}.`;
    if (problem === "scope")
      return `There is no scope "${name}"${wanted === "" ? "" : `; the nearest is ${wanted}`}.`;
    return `A scope is not given "${name}"; it can have ${wanted}.`;
  },
});

function* ofBlock(permissions: WorkflowPermissions | undefined) {
  if (permissions === undefined) return;
  const { all, entry, scopes } = permissions;
  if (all === "unknown") {
    const scalar = asScalar(entry.value);
    const isEmpty = scalar === undefined || scalar.start === scalar.end;
    const at = isEmpty ? entry.key : scalar;
    yield {
      problem: "all",
      at: { start: at.start, end: at.end },
      data: { name: scalar?.text ?? "", wanted: "" },
    };
  }
  for (const { scope, access, entry: one } of scopes) {
    const allowed = scopeAccess(scope);
    const key = { start: one.key.start, end: one.key.end };
    if (allowed === undefined) {
      yield { problem: "scope", at: key, data: { name: scope, wanted: nearest(scope, scopeNames()) ?? "" } };
    } else if (!allowed.some((name) => name === access)) {
      const { start, end } = one.value;
      const at = start === end ? key : { start, end };
      yield { problem: "access", at, data: { name: access, wanted: allowed.join(" or ") } };
    }
  }
}

import type { NotChecked } from "../finding/finding.ts";
import type { Surface } from "../finding/finding.ts";
import type { RuleForm } from "../rule/rule.ts";
import type { FileCheck } from "./check-file.ts";
import type { FileKind } from "./file-kind.ts";

/** Says so where rules that are on for a file were not loaded: the host took it for a file of another kind. */
export function noteUnloaded(check: FileCheck): readonly NotChecked[] {
  const { path, kind, index, contextOf } = check;
  const missing = index.unloaded.filter(
    ({ id, unloaded, surface }) => looksAt(unloaded, kind, surface) && contextOf(id) !== undefined,
  );
  const [first] = missing;
  if (first === undefined) return [];
  const others = missing.length === 1 ? "" : ` and ${missing.length - 1} more`;
  return [
    {
      file: path,
      code: "rule/not-loaded",
      reason: `Rules that look at this file were not loaded and did not judge it: ${first.id}${others}.`,
    },
  ];
}

/** Whether rules of a form may look at files of a kind. An action's file may hold something else. */
function looksAt(form: RuleForm, kind: FileKind, surface: Surface): boolean {
  const isOfGitHub = kind === "workflow" || kind === "action";
  if (surface === "workflow") return isOfGitHub;
  if (form === "dockerfile" || kind === "dockerfile") return form === "dockerfile" && kind === "dockerfile";
  if (form === "workflow") return isOfGitHub;
  return kind !== "workflow";
}

import type { Directive } from "@plimsoll/syntax";
import { checkId } from "../peer/peer-tools.ts";
import { ALL_CHECKS, type ParsedPragma } from "./pragma.ts";

const MAXIMUM_CHECKS = 100;

/** BuildKit's `# check=skip=JSONArgsRecommended,StageNameCasing;error=true` at the top of a Dockerfile; `skip=all` means every check. */
export function parseCheckDirective({ name, value, start, end }: Directive): readonly ParsedPragma[] {
  if (name !== "check") return [];
  const checks = value.split(";").flatMap((part) => {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim().toLowerCase() !== "skip") return [];
    return part
      .slice(at + 1)
      .split(",", MAXIMUM_CHECKS)
      .map((id) => id.trim())
      .filter((id) => id !== "")
      .map((id) => (id.toLowerCase() === "all" ? ALL_CHECKS : checkId("buildkit", id)));
  });
  return checks.length === 0 ? [] : [{ tool: "buildkit", checks, reason: "", scope: "file", start, end }];
}

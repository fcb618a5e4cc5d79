import type { ReportContext } from "@plimsoll/evidence";
import { requirementById } from "@plimsoll/model";
import type { Assessed } from "../check/assess.ts";
import { VERSION } from "../version.ts";
import type { FormatName } from "./report-outputs.ts";

/** Formats that name controls and carry the help of rules. */
const FULL: ReadonlySet<FormatName> = new Set(["sarif", "markdown"]);

/** What a format needs besides the assessment. The words of requirements, controls and rules are loaded only where they are shown. */
export async function reportContext(
  format: FormatName,
  assessed: Assessed,
  checkedAt: string,
): Promise<ReportContext> {
  const { engine, checkedFiles, sources } = assessed;
  const base: ReportContext = {
    ruleSet: engine.ruleSet,
    toolVersion: VERSION,
    checkedAt,
    sources,
    // Rules are explained by `plimsoll explain` and by the help inside the report; there is no site to point at.
    documentationUrl: () => undefined,
    checkedFiles,
  };
  if (!FULL.has(format)) return base;
  const [{ controlDocument }, { loadRuleTexts }] = await Promise.all([
    import("./control-documents.ts"),
    import("./rule-texts.ts"),
  ]);
  const texts = loadRuleTexts();
  return { ...base, requirement: requirementById, controlDocument, ruleHelp: (id) => texts.proseOf(id) };
}

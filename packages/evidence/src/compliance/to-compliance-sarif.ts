import type { ComplianceResult } from "@plimsoll/core";
import { messageOf, uriOf } from "../sarif/sarif-text.ts";
import type { SarifLevel } from "../sarif/sarif-log.ts";
import { judgedRuns, nameOf, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** Results that code scanning takes of one run. */
const MAXIMUM_RESULTS = 5000;

const LEVELS: Readonly<Record<ComplianceResult["severity"], SarifLevel>> = {
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
  unknown: "warning",
};

/**
 * What failed or could not be judged, as SARIF 2.1.0. A result of SCAP has no place in a source file; it stands at the report's
 * first line. The verdict is a property of the run, and what did not fit is a notification.
 */
export function toComplianceSarif(subject: ComplianceSubject): string {
  const waivers = waiverOf(subject);
  const all = judgedRuns(subject).flatMap(({ results }) => results.filter(isShown));
  const shown = all.slice(0, MAXIMUM_RESULTS);
  const ids = [...new Set(shown.map(({ ruleId }) => ruleId))];
  const index = new Map(ids.map((id, at) => [id, at]));
  const byId = new Map(shown.map((result) => [result.ruleId, result]));
  const driver = {
    name: "Plimsoll compliance",
    version: subject.toolVersion,
    rules: ids.map((id) => descriptorOf(byId.get(id), id)),
    notifications: [{ id: "report/results-cut" }],
  };
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver },
        columnKind: "utf16CodeUnits",
        invocations: [
          { executionSuccessful: true, toolExecutionNotifications: cutNotice(all.length - shown.length) },
        ],
        results: shown.map((result) =>
          resultOf(result, {
            subject,
            ruleIndex: index.get(result.ruleId) ?? 0,
            waiver: waivers.get(result),
          }),
        ),
        properties: { verdict: subject.verdict.verdict, reasons: subject.verdict.reasons },
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function isShown({ result }: ComplianceResult): boolean {
  return result === "fail" || result === "error" || result === "unknown";
}

function descriptorOf(result: ComplianceResult | undefined, id: string): object {
  if (result === undefined) return { id };
  return {
    id,
    name: nameOf(result),
    shortDescription: messageOf(result.title || id),
    ...(result.discussion === "" ? {} : { fullDescription: messageOf(result.discussion) }),
    ...(result.fixText === "" ? {} : { help: messageOf(result.fixText) }),
    defaultConfiguration: { level: LEVELS[result.severity] },
    properties: { tags: [...result.ccis, ...result.cces].slice(0, 20) },
  };
}

function resultOf(
  result: ComplianceResult,
  place: {
    readonly subject: ComplianceSubject;
    readonly ruleIndex: number;
    readonly waiver: string | undefined;
  },
): object {
  const failed = result.result === "fail";
  const words = failed
    ? result.title || result.ruleId
    : `${result.title || result.ruleId} (${result.result})`;
  return {
    ruleId: result.ruleId,
    ruleIndex: place.ruleIndex,
    level: failed ? LEVELS[result.severity] : "warning",
    message: messageOf([words, ...result.messages].join("\n")),
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(place.subject.report.file) },
          region: { startLine: 1 },
        },
      },
    ],
    partialFingerprints: { "complianceRule/v1": `${result.ruleId} ${result.instance}`.trim() },
    ...(place.waiver === undefined
      ? {}
      : {
          suppressions: [{ kind: "external", status: "accepted", justification: `Waiver ${place.waiver}` }],
        }),
  };
}

function cutNotice(count: number): readonly object[] {
  if (count === 0) return [];
  const text = `${count} results left out: code scanning takes ${MAXIMUM_RESULTS}.`;
  return [{ descriptor: { id: "report/results-cut", index: 0 }, level: "warning", message: { text } }];
}

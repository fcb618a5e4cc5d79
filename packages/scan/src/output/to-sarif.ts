import { lowestFix } from "../compare/differences.ts";
import { baseScore } from "../compare/effective-severity.ts";
import type { FindingComparison } from "../compare/comparison.ts";
import type { GateReason, GateResult, JudgedFinding } from "../gate/verdict.ts";
import type { Severity } from "../report/severity.ts";
import { plainText } from "./escape.ts";

/** What the log says of the program that wrote it. */
export interface SarifTool {
  readonly version: string;
  /** Tells runs of one analysis apart, such as the image's name; GitHub keeps one upload for each. */
  readonly category?: string;
}

/** GitHub takes 5,000 results of a run and shows the worst; the merged JSON has all. */
const MOST_RESULTS = 5000;

/** Longest fingerprint: a key that was cut would be that of other findings too. */
const LONGEST_KEY = 10_000;

const LEVELS: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  negligible: "note",
  unknown: "warning",
};

/** Middle of the score band that GitHub maps back to the severity. */
const SCORES: Readonly<Record<Severity, number>> = {
  critical: 9.5,
  high: 8,
  medium: 5.5,
  low: 2,
  negligible: 0.1,
  unknown: 5.5,
};

/** The gate's outcome as a SARIF 2.1.0 log. Excused findings are suppressed results; reasons beside findings are notifications. */
export function toScanSarif(result: GateResult, tool: SarifTool): string {
  const ordered = result.findings.toSorted(
    (a, b) => ORDER.indexOf(a.comparison.severity) - ORDER.indexOf(b.comparison.severity),
  );
  const shown = ordered.slice(0, MOST_RESULTS);
  const rules = new Map<string, JudgedFinding>();
  for (const finding of shown) {
    const id = finding.comparison.finding.vulnerability.primary;
    if (!rules.has(id)) rules.set(id, finding);
  }
  const numbers = new Map([...rules.keys()].map((id, number) => [id, number]));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "plimsoll-scan", version: tool.version, rules: [...rules.values()].map(ruleOf) },
        },
        ...(tool.category === undefined ? {} : { automationDetails: { id: `${plainText(tool.category)}/` } }),
        invocations: [
          {
            executionSuccessful: result.verdict !== "indeterminate",
            toolExecutionNotifications: result.reasons.map(notificationOf),
          },
        ],
        results: shown.map((finding) => resultOf(finding, numbers)),
        properties: {
          verdict: result.verdict,
          findings: ordered.length,
          ...(ordered.length > shown.length ? { leftOut: ordered.length - shown.length } : {}),
        },
      },
    ],
  };
  return `${JSON.stringify(log)}\n`;
}

const ORDER: readonly Severity[] = ["critical", "high", "unknown", "medium", "low", "negligible"];

function ruleOf({ comparison }: JudgedFinding): object {
  const { finding, severity } = comparison;
  const seen = finding.observations.map((observation) => observation.finding);
  const title = seen.map((one) => one.title).find((text) => text !== undefined);
  const url = seen.map((one) => one.url).find(isWebAddress);
  const score = baseScore(seen.flatMap(({ cvss }) => cvss)) ?? SCORES[severity];
  return {
    id: plainText(finding.vulnerability.primary),
    shortDescription: { text: messageText(title ?? finding.vulnerability.primary) },
    ...(url === undefined ? {} : { helpUri: url }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["security", "vulnerability"], "security-severity": String(score) },
  };
}

function isWebAddress(text: string | undefined): text is string {
  return text !== undefined && text.startsWith("https://") && URL_TEXT.test(text);
}

/** Characters of a URI (RFC 3986), and nothing else. */
const URL_TEXT = /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]{1,2000}$/;

/** What reads as an embedded link (SARIF, section 3.11.6) is broken, so that input places no links in a viewer. */
function messageText(text: string): string {
  const plain = plainText(text).replaceAll("](", "] (");
  return plain === "" ? "(no text)" : plain;
}

function resultOf(
  { comparison, outcome, because, excuse }: JudgedFinding,
  numbers: ReadonlyMap<string, number>,
): object {
  const { finding, severity } = comparison;
  return {
    ruleId: plainText(finding.vulnerability.primary),
    ruleIndex: numbers.get(finding.vulnerability.primary) ?? 0,
    level: LEVELS[severity],
    message: { text: messageText(sentenceOf(comparison)) },
    locations: locationsOf(comparison),
    partialFingerprints: { "plimsollScan/v1": plainText(finding.key, LONGEST_KEY) },
    ...(excuse === undefined
      ? {}
      : {
          suppressions: [
            { kind: "external", status: "accepted", justification: messageText(excuse.statement) },
          ],
        }),
    properties: {
      outcome,
      because,
      severity,
      engines: comparison.seenBy.map((name) => plainText(name)),
      ...(finding.package.purl === undefined ? {} : { purl: plainText(finding.package.purl) }),
    },
  };
}

function sentenceOf({ finding, severity, seenBy }: FindingComparison): string {
  const { name, version, type } = finding.package;
  const fix = lowestFix(
    type,
    finding.observations.flatMap(({ finding: seen }) => seen.fix.versions),
  );
  const end = fix === undefined ? "No fix is known." : `Fixed in ${fix}.`;
  return `${finding.vulnerability.primary} (${severity}) in ${name} ${version}, found by ${seenBy.join(" and ")}. ${end}`;
}

/** Code scanning wants a file: the first place in the image, else the package's name. */
function locationsOf({ finding }: FindingComparison): readonly object[] {
  const paths = finding.observations.flatMap(({ finding: seen }) =>
    seen.locations.flatMap(({ path }) => path ?? []),
  );
  const [first = finding.package.name] = paths;
  const uri = first
    .toWellFormed()
    .split("/")
    .filter((segment) => segment !== "" && segment !== "." && segment !== "..")
    .map(encodeURIComponent)
    .join("/");
  const region = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return [{ physicalLocation: { artifactLocation: { uri: uri === "" ? "image" : uri }, region } }];
}

function notificationOf({ code, effect, message }: GateReason): object {
  return {
    descriptor: { id: code },
    level: effect === "warning" ? "warning" : "error",
    message: { text: messageText(message) },
  };
}

import { printJson } from "../report/print-json.ts";
import { counted } from "../report/grouping.ts";
import { SourceCache } from "../report/source-cache.ts";
import { MAXIMUM_RELATED, MAXIMUM_RESULTS, MAXIMUM_TAGS, chooseResults } from "./limits.ts";
import { NotificationList } from "./notifications.ts";
import { ArtifactList, SOURCE_ROOT } from "./placing.ts";
import { resultOf } from "./results.ts";
import { RuleList } from "./rule-descriptors.ts";
import { TaxonomyList } from "./taxonomies.ts";
import type { Assessment } from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";
import type { Omission } from "./notifications.ts";
import type { ResultWriter } from "./results.ts";
import type { SarifInvocation, SarifLog, SarifRun, SarifToolComponent } from "./sarif-log.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const SEMANTIC_VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][0-9A-Za-z.+-]{1,100})?$/;
const SPREAD: ReadonlySet<string> = new Set(
  "runs tool driver rules notifications taxonomies taxa invocations toolExecutionNotifications artifacts results".split(
    " ",
  ),
);

/** The assessment as SARIF 2.1.0 text, within the limits of GitHub code scanning. What had to be cut is a notification. */
export function toSarif(assessment: Assessment, context: ReportContext): string {
  return printJson(toSarifLog(assessment, context), SPREAD);
}

/** The assessment as a SARIF log. */
export function toSarifLog(assessment: Assessment, context: ReportContext): SarifLog {
  return { $schema: SCHEMA, version: "2.1.0", runs: [runOf(assessment, context)] };
}

function runOf(assessment: Assessment, context: ReportContext): SarifRun {
  const judged = chooseResults(assessment.findings, assessment.waived);
  const artifacts = new ArtifactList();
  const rules = new RuleList(
    judged.map(({ finding }) => finding),
    context,
  );
  const taxonomies = new TaxonomyList(context);
  const descriptors = rules.descriptors(context, taxonomies);
  const writer: ResultWriter = {
    sources: new SourceCache(context.sources),
    artifacts,
    rules,
    taxonomies,
    anySuppressed: judged.some(({ waived }) => waived !== undefined),
    unplacedFixes: 0,
    cutRelated: 0,
  };
  const results = judged.map((entry) => resultOf(entry, writer));
  const notifications = new NotificationList(rules, artifacts);
  for (const entry of assessment.notChecked) notifications.addNotChecked(entry);
  const cutResults = assessment.findings.length + assessment.waived.length - judged.length;
  for (const omission of omissionsOf(cutResults, writer)) notifications.addOmission(omission);
  const driver = {
    ...driverOf(context),
    rules: descriptors,
    notifications: notifications.descriptors,
    supportedTaxonomies: taxonomies.references,
  };
  return {
    tool: { driver },
    automationDetails: { id: `plimsoll/${assessment.summary.profile}/` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: "The root of the checked workspace." } } },
    invocations: [invocationOf(notifications, context)],
    artifacts: artifacts.artifacts,
    taxonomies: taxonomies.components,
    results,
    properties: { summary: assessment.summary, coverage: assessment.coverage },
  };
}

function driverOf({ toolVersion }: ReportContext): SarifToolComponent {
  return {
    name: "Plimsoll",
    version: toolVersion,
    ...(SEMANTIC_VERSION.test(toolVersion) ? { semanticVersion: toolVersion } : {}),
  };
}

/** Successful only where no part of the tool crashed. */
function invocationOf({ notifications }: NotificationList, { checkedAt }: ReportContext): SarifInvocation {
  return {
    executionSuccessful: notifications.every(({ level }) => level !== "error"),
    ...(checkedAt === undefined ? {} : { endTimeUtc: checkedAt }),
    toolExecutionNotifications: notifications,
  };
}

function omissionsOf(cutResults: number, writer: ResultWriter): readonly Omission[] {
  const { unplacedFixes, cutRelated, rules } = writer;
  const cutTags = rules.rulesWithCutTags;
  return [
    {
      count: cutResults,
      code: "report/results-cut",
      text: `${counted(cutResults, "result")} left out: code scanning takes ${MAXIMUM_RESULTS}. The worst are kept.`,
    },
    {
      count: cutRelated,
      code: "report/related-cut",
      text: `${counted(cutRelated, "related place")} left out: code scanning keeps ${MAXIMUM_RELATED} for a result.`,
    },
    {
      count: cutTags,
      code: "report/tags-cut",
      text: `${counted(cutTags, "rule")} with more than ${MAXIMUM_TAGS} tags, the most that code scanning takes; "requirements" and "controls" of the rule hold all.`,
    },
    {
      count: unplacedFixes,
      code: "report/fix-not-placed",
      text: `${counted(unplacedFixes, "fix", "fixes")} left out: the file cannot be read as it was judged.`,
    },
  ].filter(({ count }) => count > 0);
}

import type { FindingView } from "@plimsoll/language-server/protocol";
import type { Translate } from "../translate.ts";
import type { GroupNode, Node, RowNode, Standing } from "./nodes.ts";

/** What a node shows and what a screen reader says of it. */
export interface Label {
  readonly label: string;
  /** Beside the label, dimmed. */
  readonly description: string;
  /** Plain text. */
  readonly tooltip: string;
  /** A whole sentence for a screen reader, where colour and icon say something that the texts do not. */
  readonly spoken: string;
  /** Name of a product icon, and of a theme colour for it. */
  readonly icon: string;
  readonly colour?: string;
}

/** How a path of the workspace is shown. */
export type ShowPath = (uri: string) => string;

/** Words of a node. */
export function labelOf(node: Node, showPath: ShowPath, t: Translate): Label {
  if (node.kind === "group") return groupLabel(node, t);
  if (node.kind === "row") return rowLabel(node, t);
  if (node.kind === "finding") return findingLabel(node.finding, showPath, t);
  const { reason, code, uri } = node.notChecked;
  const place = uri === undefined ? "" : showPath(uri);
  return {
    label: reason,
    description: place,
    tooltip: joined([reason, code, place], "\n"),
    spoken: joined([t("not checked"), reason, place], ", "),
    icon: "question",
  };
}

function findingLabel(finding: FindingView, showPath: ShowPath, t: Translate): Label {
  const { message, severity, rule, uri, range, waived } = finding;
  const place = `${showPath(uri)}:${range.start.line + 1}`;
  const severities = { error: t("error"), warning: t("warning"), info: t("information") };
  const state = waived === undefined ? severities[severity] : t("waived");
  return {
    label: message,
    description: joined([place, waived === undefined ? "" : state], " · "),
    tooltip: joined([message, rule, place, waived?.justification ?? ""], "\n"),
    spoken: joined([state, message, place], ", "),
    ...(waived === undefined ? severityIcon(severity) : { icon: "circle-slash" }),
  };
}

function joined(parts: readonly string[], by: string): string {
  return parts.filter((part) => part !== "").join(by);
}

function groupLabel({ topic, title, findings, rows, children }: GroupNode, t: Translate): Label {
  if (topic === "not-checked") {
    const label = t("Not checked");
    const description = String(children.length);
    return { label, description, tooltip: label, spoken: `${label}, ${description}`, icon: "question" };
  }
  const label = topic === "other" ? t("Without a row in the design") : title;
  const description = findings === 0 ? standingOf(rows.withFindings, t) : countOf(findings, t);
  const tooltip =
    topic === "other" ? label : t("{0}\n{1} of {2} rows with problems", title, rows.withFindings, rows.all);
  return { label, description, tooltip, spoken: `${label}, ${description}`, icon: "list-tree" };
}

function rowLabel({ row, standing, findings }: RowNode, t: Translate): Label {
  const words = standingWords(standing, t);
  const description = joined([row.baseline, findings > 0 ? countOf(findings, t) : ""], " · ");
  return {
    label: row.title,
    description,
    tooltip: joined(
      [`${row.id}: ${row.title}`, description, row.phases.join(", "), words, row.reason ?? ""],
      "\n",
    ),
    spoken: joined([words, row.title, description], ", "),
    ...STANDING_ICONS[standing],
  };
}

/** A table without findings is only clean where every row of it that was judged is met. */
function standingOf(unmet: number, t: Translate): string {
  if (unmet === 0) return countOf(0, t);
  return unmet === 1 ? t("1 row not met") : t("{0} rows not met", unmet);
}

function countOf(findings: number, t: Translate): string {
  if (findings === 0) return t("no problem");
  return findings === 1 ? t("1 problem") : t("{0} problems", findings);
}

function standingWords(standing: Standing, t: Translate): string {
  const words: Record<Standing, string> = {
    met: t("met"),
    "not-met": t("not met"),
    "needs-attestation": t("needs a person's statement"),
    "not-checked": t("not checked"),
    findings: t("has problems"),
    "no-findings": t("no problem found; not judged as a whole"),
  };
  return words[standing];
}

/** Each has a shape of its own: colour alone would not be seen by everybody. */
const STANDING_ICONS: Readonly<Record<Standing, { readonly icon: string; readonly colour?: string }>> = {
  met: { icon: "pass", colour: "testing.iconPassed" },
  "not-met": { icon: "error", colour: "problemsErrorIcon.foreground" },
  "needs-attestation": { icon: "person" },
  "not-checked": { icon: "question" },
  findings: { icon: "warning", colour: "problemsWarningIcon.foreground" },
  "no-findings": { icon: "circle-outline" },
};

function severityIcon(severity: "error" | "warning" | "info"): { icon: string; colour: string } {
  const colours = {
    error: "problemsErrorIcon.foreground",
    warning: "problemsWarningIcon.foreground",
    info: "problemsInfoIcon.foreground",
  };
  return { icon: severity, colour: colours[severity] };
}

import type { RequirementPosture } from "@plimsoll/core/posture";
import { sections } from "@plimsoll/model";
import { markdownText as cell } from "../markdown/markdown-text.ts";
import { proofLine, VERDICTS, verdictWords, type PostureReport } from "./posture-report.ts";

/** Reasons and proofs of one row that are shown. */
const SHOWN = 3;

/** The posture as Markdown: the score, then every row of the design by its table. */
export function toPostureMarkdown(report: PostureReport): string {
  const { posture, subject } = report;
  const { score, counts } = posture;
  const level = posture.impactLevel === undefined ? "" : ` (${posture.impactLevel})`;
  const lines = [
    `# Posture against the reference design: ${score.percent} %`,
    "",
    `${cell(subject)}, profile ${cell(posture.profile)}${level}, ${posture.assessedOn}. ` +
      `${score.points} of ${score.of} points are known to be met; at most ${score.ceiling} % if all that is open were.`,
    "",
    table(
      ["Verdict", "Requirements"],
      VERDICTS.map((verdict) => [verdictWords(verdict), String(counts[verdict])]),
    ),
  ];
  for (const section of sections) {
    const rows = posture.requirements.filter((row) => row.section === section.ref);
    if (rows.length === 0) continue;
    const title =
      section.kind === "table" ? `${section.ref}: ${section.title}` : `${section.ref} ${section.title}`;
    lines.push(
      "",
      `## ${title}`,
      "",
      table(["Requirement", "Level", "Verdict", "Why", "Proofs"], rows.map(rowOf)),
    );
  }
  lines.push("", "## Tools", "", toolTable(report), ...uncheckedLines(report), "");
  return lines.join("\n");
}

function rowOf({
  requirement,
  title,
  effective,
  verdict,
  reasons,
  proofs,
  proofCount,
}: RequirementPosture): readonly string[] {
  const why = reasons.slice(0, SHOWN).map(({ message }) => cell(message));
  const shown = proofs.slice(0, SHOWN).map((proof) => {
    const { label, text, place } = proofLine(proof);
    return cell(`${label}: ${text}${place === "" ? "" : ` [${place}]`}`);
  });
  return [
    `\`${requirement}\` ${cell(title)}`,
    effective,
    verdictWords(verdict),
    withMore(why, reasons.length),
    withMore(shown, proofCount),
  ];
}

function withMore(shown: readonly string[], total: number): string {
  const more = total > shown.length ? [`and ${total - shown.length} more`] : [];
  return [...shown, ...more].join("<br>");
}

function toolTable({ posture }: PostureReport): string {
  const rows = posture.tools.map(({ title, minimum, detections, declared }) => [
    cell(title),
    String(minimum),
    detections
      .map(({ name, strength, state, signals: [signal] }) => {
        const place = signal === undefined ? "" : ` [${signal.file}:${signal.range.start.line}]`;
        return cell(`${name} (${state === "offered" ? "offered" : strength})${place}`);
      })
      .join("<br>") || "none",
    declared.map(({ product }) => cell(product)).join("<br>") || "none",
  ]);
  return table(["Category", "Needed", "Recognised", "Declared"], rows);
}

function uncheckedLines({ posture }: PostureReport): readonly string[] {
  if (posture.unchecked.length === 0) return [];
  const rows = posture.unchecked.map(({ code, count, reason }) => [
    `\`${code}\``,
    String(count),
    cell(reason),
  ]);
  return ["", "## Not checked", "", table(["Code", "How often", "Reason"], rows)];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

import { markdownCode, markdownTable, markdownText } from "@plimsoll/action-kit";
import type { ReleaseDecision } from "@plimsoll/release";
import type { Promoted } from "../target/promote-image.ts";

const HEADINGS = {
  go: "✅ Go",
  "no-go": "❌ No go",
  indeterminate: "⚠️ Indeterminate: this is not a go",
} as const;
const MARKS = { met: "✅", "not-met": "❌", indeterminate: "⚠️" } as const;
const MAXIMUM_DIFF = 60_000;

/** The decision for the job's summary: what it is about, and each requirement with its reasons. */
export function decisionSummary(decision: ReleaseDecision): string {
  const { image, environment, requirements, trust } = decision;
  const rows = requirements.map(({ kind, outcome, reasons, evidence }) => [
    MARKS[outcome],
    kind,
    reasons.map(({ code, message }) => `${markdownText(message)} ${markdownCode(code)}`).join("<br>"),
    evidence.map(markdownCode).join(" "),
  ]);
  return [
    `## Release to ${markdownText(environment)}: ${HEADINGS[decision.decision]}\n`,
    `${markdownCode(`${image.name}@${image.digest}`)}\n`,
    ...(trust === "unsigned"
      ? ["The policy asks for no signatures: whoever wrote the evidence decided.\n"]
      : []),
    markdownTable(["", "Requirement", "Why not", "Evidence"], rows),
  ].join("\n");
}

/** What was done in the repository. */
export function promotionSummary({ operation, plan, pullRequest, commit, superseded }: Promoted): string {
  const lines = [`### Promotion: ${operation}\n`];
  if (pullRequest !== undefined)
    lines.push(`Pull request ${pullRequest.number}: ${markdownText(pullRequest.url)}\n`);
  if (commit !== undefined) lines.push(`Commit ${markdownCode(commit)}\n`);
  for (const number of superseded) lines.push(`- Closed the older pull request ${number}.`);
  for (const { code, message, file } of [...plan.refusals, ...plan.notes])
    lines.push(
      `- ${file === "" ? "" : `${markdownCode(file)}: `}${markdownText(message)} ${markdownCode(code)}`,
    );
  if (plan.diff !== "") lines.push("", fenced(plan.diff.slice(0, MAXIMUM_DIFF)));
  return `${lines.join("\n")}\n`;
}

/** As a block of code that nothing in it ends. */
function fenced(text: string): string {
  let fence = "```";
  while (text.includes(fence)) fence += "`";
  return `${fence}diff\n${text}\n${fence}`;
}

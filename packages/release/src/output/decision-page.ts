import type { ReleaseDecision, RequirementOutcome } from "../decide-release.ts";

const DECISIONS: Readonly<
  Record<ReleaseDecision["decision"], { readonly mark: string; readonly words: string }>
> = {
  go: { mark: "✅", words: "go" },
  "no-go": { mark: "❌", words: "no-go" },
  indeterminate: { mark: "❔", words: "indeterminate, which is no go" },
};

const OUTCOMES: Readonly<Record<RequirementOutcome["outcome"], string>> = {
  met: "met",
  "not-met": "NOT MET",
  indeterminate: "not known",
};

/** The decision as plain text for a terminal or a log: what was decided, and why. */
export function toDecisionText(decision: ReleaseDecision): string {
  const { image, environment, requirements, inputs } = decision;
  return [
    `Release: ${DECISIONS[decision.decision].words}`,
    `Image: ${plain(image.name)}@${plain(image.digest)}`,
    `Environment: ${plain(environment)}, decided at ${decision.decidedAt}`,
    ...(decision.trust === "signed" ? [] : [UNSIGNED]),
    "",
    ...requirements.flatMap((requirement) => [
      `${requirement.kind}: ${OUTCOMES[requirement.outcome]}${filesOf(requirement)}`,
      ...requirement.reasons.map(({ code, message }) => `  ${plain(message)} (${code})`),
    ]),
    "",
    `${inputs.length} files looked at; policy ${decision.policyDigest}`,
    "",
  ].join("\n");
}

/** The decision as a page in Markdown. Text from evidence is shown as code, so it can do nothing. */
export function toDecisionMarkdown(decision: ReleaseDecision): string {
  const { image, environment, requirements, inputs } = decision;
  const { mark, words } = DECISIONS[decision.decision];
  return [
    `## Release: ${mark} ${words}`,
    "",
    `Image ${code(`${image.name}@${image.digest}`)}, environment ${code(environment)}, decided at ${decision.decidedAt}.`,
    ...(decision.trust === "signed" ? [] : ["", UNSIGNED]),
    "",
    "| Requirement | Outcome | Evidence |",
    "| --- | --- | --- |",
    ...requirements.map(
      ({ kind, outcome, evidence }) =>
        `| ${kind} | ${OUTCOMES[outcome]} | ${evidence.map(code).join(", ")} |`,
    ),
    "",
    ...reasonLines(requirements),
    `Policy ${code(decision.policyDigest)}. Files looked at: ${inputs.length}.`,
    "",
  ].join("\n");
}

function reasonLines(requirements: readonly RequirementOutcome[]): readonly string[] {
  const lines = requirements.flatMap(({ kind, reasons }) =>
    reasons.map((reason) => `- ${kind}: ${code(reason.message)} (${code(reason.code)})`),
  );
  return lines.length === 0 ? [] : [...lines, ""];
}

function filesOf({ evidence }: RequirementOutcome): string {
  return evidence.length === 0 ? "" : ` (${evidence.map(plain).join(", ")})`;
}

const UNSIGNED = "The policy asks for no signatures: whoever can write evidence decides.";

/** Control characters, and those that turn the direction of text. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

const LONGEST = 500;

function plain(text: string): string {
  return text.replaceAll(UNSEEN, " ").slice(0, LONGEST);
}

function code(text: string): string {
  const shown = plain(text).replaceAll("`", "'").replaceAll("|", "¦").trim();
  return shown === "" ? "(none)" : `\`${shown}\``;
}

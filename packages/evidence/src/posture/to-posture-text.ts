import { visibleLine } from "../report/visible-text.ts";
import { proofLine, VERDICTS, verdictWords, type PostureReport } from "./posture-report.ts";

/** Rows of one verdict that a terminal is given; other formats have all. */
const SHOWN = 25;

/** The posture for a terminal: the score, the tools, and what is not met. */
export function toPostureText(report: PostureReport): string {
  const { posture, subject } = report;
  const { score, counts, summary } = posture;
  const level = posture.impactLevel === undefined ? "" : `, ${posture.impactLevel}`;
  return [
    `Posture of ${visibleLine(subject)}: ${score.percent} % of the design is known to be met (at most ${score.ceiling} %)`,
    `profile ${posture.profile}${level}, ${posture.assessedOn}; ${summary.checkedFiles} of ${summary.files} files checked, ${summary.resources} objects`,
    "",
    ...VERDICTS.map((verdict) => `${String(counts[verdict]).padStart(5)}  ${verdictWords(verdict)}`),
    "",
    "Tools",
    ...toolLines(report),
    ...VERDICTS.filter((verdict) => verdict !== "met").flatMap((verdict) => rowsOf(report, verdict)),
    "The whole report: plimsoll assess --format html --output posture.html",
    "",
  ].join("\n");
}

function toolLines({ posture }: PostureReport): readonly string[] {
  return posture.tools
    .filter(({ detections, declared, minimum }) => detections.length + declared.length + minimum > 0)
    .map(({ title, detections, declared }) => {
      const found = detections.map(({ name, state, strength }) => {
        if (state === "offered") return `${name} (offered)`;
        return strength === "weak" ? `${name} (weak)` : name;
      });
      const all = [...found, ...declared.map(({ product }) => `${product} (declared)`)];
      return `  ${title}: ${visibleLine(all.join(", ")) || "none"}`;
    });
}

function rowsOf({ posture }: PostureReport, verdict: (typeof VERDICTS)[number]): readonly string[] {
  const rows = posture.requirements.filter((row) => row.verdict === verdict);
  if (rows.length === 0) return [];
  const lines = rows
    .slice(0, SHOWN)
    .flatMap(({ requirement, title, reasons: [reason], proofs: [proof] }) => [
      `  ${requirement}  ${title}`,
      ...(reason === undefined ? [] : [`      ${visibleLine(reason.message)}`]),
      ...(proof === undefined || proof.kind !== "finding"
        ? []
        : [`      ${visibleLine(placed(proofLine(proof)))}`]),
    ]);
  const more = rows.length > SHOWN ? [`  and ${rows.length - SHOWN} more`] : [];
  const words = verdictWords(verdict);
  return ["", `${words.charAt(0).toUpperCase()}${words.slice(1)} (${rows.length})`, ...lines, ...more];
}

function placed({ label, text, place }: ReturnType<typeof proofLine>): string {
  return place === "" ? `${label}: ${text}` : `${place}  ${label}: ${text}`;
}

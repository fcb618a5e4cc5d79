import { compileGlob, defineRule, nearest, type OptionValue, type WorkflowRule } from "@plimsoll/core";
import { getEntry, replaceScalar, type YamlScalar } from "@plimsoll/syntax";
import { jobsOf } from "../../shared-workflow/places.ts";
import { askedLabels, type AskedLabel } from "../../shared-workflow/runner-labels.ts";
import { hostedLabels, hostedSystem, isGone, isSelfHosted } from "../../shared-workflow/runner-table.ts";

interface Data {
  readonly scalar: YamlScalar;
  readonly detail: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/runner-labels-known",
  title: "Jobs ask for runners that exist",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:runner-label"],
  since: "0.2.0",
  options: {
    known: {
      description: "Labels of own runners, `*` for any part of a label.",
      schema: { type: "array", items: { type: "string", minLength: 1 } },
      default: [],
    },
  },
  *checkWorkflow(file, { options }) {
    const known = patternsOf(options["known"]);
    for (const job of jobsOf(file)) {
      for (const asked of askedLabels(job)) {
        const problem = problemOf(asked, known);
        if (problem === undefined) continue;
        const { scalar } = asked;
        const runsOn = getEntry(job.node, "runs-on")?.key ?? job.at;
        const { start, end } = scalar.start === scalar.end ? runsOn : scalar;
        const at = { start, end };
        yield { problem: problem.problem, at, data: { scalar, detail: problem.detail } };
      }
    }
  },
  message: ({ problem, data: { scalar, detail } }) => {
    if (problem === "gone") return `GitHub gave the runner "${scalar.text}" up, so the job never starts.`;
    if (problem === "conflict") return `"${scalar.text}" and "${detail}" are never labels of one runner.`;
    if (problem === "empty") return "The label is empty, so no runner has it.";
    return `No runner of GitHub is called "${scalar.text}"${detail === "" ? "" : `; the nearest is ${detail}`}. Labels of own runners belong into the option \`known\`.`;
  },
  fix({ problem, data: { scalar, detail } }, file) {
    if (problem !== "unknown" || hostedSystem(detail) === undefined) return [];
    const edits = replaceScalar(file.document.document, scalar, detail);
    return [{ title: `Ask for ${detail}`, safety: "review", edits }];
  },
});

type Problem = { readonly problem: "gone" | "conflict" | "unknown" | "empty"; readonly detail: string };

function problemOf(
  { scalar, together }: AskedLabel,
  known: readonly ((label: string) => boolean)[],
): Problem | undefined {
  const { text } = scalar;
  if (text.trim() === "") return { problem: "empty", detail: "" };
  if (isSelfHosted(text) || known.some((matches) => matches(text))) return undefined;
  const system = hostedSystem(text);
  if (system !== undefined) {
    const other = together.find(
      (one) => one.start < scalar.start && (hostedSystem(one.text) ?? system) !== system,
    );
    return other === undefined ? undefined : { problem: "conflict", detail: other.text };
  }
  if (isGone(text)) return { problem: "gone", detail: "" };
  // Beside self-hosted, any further label is one that its owner chose.
  if (together.some((one) => isSelfHosted(one.text))) return undefined;
  return { problem: "unknown", detail: nearest(text.toLowerCase(), hostedLabels()) ?? "" };
}

function patternsOf(value: OptionValue | undefined): readonly ((label: string) => boolean)[] {
  const patterns = Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
  return patterns.map((pattern) => compileGlob(pattern));
}

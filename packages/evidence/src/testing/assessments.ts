import { SourceText } from "@plimsoll/syntax";
import type {
  Assessment,
  Confidence,
  Finding,
  FixSafety,
  NotChecked,
  Severity,
  WaivedFinding,
} from "@plimsoll/core";
import type { ReportContext } from "../report/report-context.ts";

/** A file of one line, and a finding on all of it. */
export function findingOn(text: string, changes: Partial<Finding> = {}): Finding {
  const source = new SourceText(text);
  return {
    ruleId: "dockerfile/example",
    problem: "missing",
    severity: "error",
    confidence: "high",
    message: "Something does not hold.",
    file: "Dockerfile",
    range: source.rangeOf({ start: 0, end: source.lineText(1).length }),
    requirements: ["T4-HARDENING"],
    controls: ["nist-800-53r5:ac-6"],
    aliases: ["hadolint:DL3002"],
    fixes: [],
    related: [],
    fingerprint: "0123456789abcdef0123456789abcdef",
    ...changes,
  };
}

/** An assessment whose summary agrees with its lists. */
export function assessmentOf(
  parts: Partial<Omit<Assessment, "summary">> & { readonly checkedFiles?: number } = {},
): Assessment {
  const findings = parts.findings ?? [];
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const fixable = (safety: FixSafety): number =>
    findings.filter((finding) => finding.fixes.some((fix) => fix.safety === safety)).length;
  const waived = parts.waived ?? [];
  const notChecked = parts.notChecked ?? [];
  const checkedFiles = parts.checkedFiles ?? 1;
  return {
    findings,
    waived,
    notChecked,
    coverage: parts.coverage ?? [],
    summary: {
      files: checkedFiles,
      checkedFiles,
      resources: 0,
      rules: 1,
      errors: count("error"),
      warnings: count("warning"),
      infos: count("info"),
      waived: waived.length,
      notChecked: notChecked.length,
      fixable: { safe: fixable("safe"), review: fixable("review") },
      profile: "reference-design",
      kubernetesVersion: "1.34",
    },
  };
}

/** A context over files given as text. No rule is known, so formats must do with what the findings say. */
export function contextOf(
  files: Readonly<Record<string, string>> = {},
  changes: Partial<ReportContext> = {},
): ReportContext {
  const texts = new Map(Object.entries(files));
  return {
    ruleSet: { rules: new Map(), references: Object.create(null) },
    toolVersion: "1.2.3",
    sources: (file) => texts.get(file),
    documentationUrl: (ruleId) => `https://plimsoll.example/${ruleId}`,
    ...changes,
  };
}

/** Text that tries to break out of every format. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script> & \"quotes\" 'too'",
  "]]> <![CDATA[ --> <!--",
  "| a | b |\n|---|---|\n# heading",
  "`code` ``` ~~~ *b* _i_ [link](https://evil.example) ![x](y) @someone #1",
  "line\r\nbreak\rand\u2028more",
  "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b2J \u0000 \u007f",
  "lone \ud800 and \udfff",
  "\u202ereversed\u2066 \u200b\ufeff \u{e0041}",
  "::error file=x::y %0A %25 a,b:c",
  "long ".repeat(2048),
  "\uffff\ufffe",
];

/** A finding whose every text is hostile. */
export function hostileFinding(text: string): Finding {
  return findingOn("FROM x", {
    message: text,
    file: `dir/${text}`,
    ruleId: `custom/${text}`,
    resource: { apiVersion: text, kind: text, name: text, namespace: text },
    requirements: [text],
    controls: [`${text}:${text}`],
    aliases: [`x:${text}`],
    fixes: [
      { title: text, safety: "review", edits: [{ file: `dir/${text}`, start: 0, end: 4, newText: text }] },
    ],
    related: [{ file: `dir/${text}`, range: findingOn("FROM x").range, message: text }],
  });
}

/** Findings, waivers and gaps full of one hostile text, and the context whose files hold it too. */
export function hostileAssessment(text: string): {
  readonly assessment: Assessment;
  readonly context: ReportContext;
} {
  const finding = hostileFinding(text);
  const waived: readonly WaivedFinding[] = [
    {
      finding: { ...finding, fixes: [] },
      by: "waiver",
      reference: text,
      justification: text,
      expires: "2027-01-01",
    },
  ];
  const notChecked: readonly NotChecked[] = [
    { file: `dir/${text}`, subject: text, reason: text, code: "syntax/unreadable" },
  ];
  const coverage = [
    { requirement: text, rules: [`custom/${text}`], findings: 1, waived: 1, notChecked: text },
  ];
  return {
    assessment: assessmentOf({ findings: [finding], waived, notChecked, coverage }),
    context: contextOf({ [`dir/${text}`]: text }, { checkedFiles: [`dir/${text}`, `clean/${text}`] }),
  };
}

/** Assessments of random form, the same for the same seed (a linear congruential generator, numbers of Numerical Recipes). */
export function generatedAssessment(seed: number): {
  readonly assessment: Assessment;
  readonly context: ReportContext;
} {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[below(values.length)] ?? values[0];
  const text = "FROM a\n\tRUN 漢字 🚢\r\nUSER root\n".repeat(1 + below(4));
  const source = new SourceText(text);
  const findings = Array.from({ length: below(6) }, () => {
    const start = below(text.length);
    const end = start + below(text.length - start);
    return findingOn(text, {
      severity: pick<Severity>(["error", "warning", "info"]),
      confidence: pick<Confidence>(["high", "medium", "low"]),
      range: source.rangeOf({ start, end }),
      ...(below(2) === 0 ? { resource: { apiVersion: "v1", kind: "Pod", name: "p" } } : {}),
      fixes:
        below(2) === 0
          ? []
          : [
              {
                title: "t",
                safety: pick<FixSafety>(["safe", "review"]),
                edits: [{ file: "Dockerfile", start, end, newText: "x" }],
              },
            ],
    });
  });
  const waived = findings.map((finding) => ({
    finding,
    by: "inline" as const,
    reference: "#",
    justification: "j",
  }));
  const notChecked = Array.from({ length: below(3) }, () => ({ reason: "r", code: "syntax/unreadable" }));
  return {
    assessment: assessmentOf({ findings, waived: waived.slice(0, below(3)), notChecked }),
    context: contextOf({ Dockerfile: text }),
  };
}

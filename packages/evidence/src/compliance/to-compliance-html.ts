import type { ComplianceResult } from "@plimsoll/core";
import { byWeight, categoryName, countRows, percent } from "./compliance-table.ts";
import { judgedRuns, nameOf, waiverOf, type ComplianceSubject } from "./compliance-subject.ts";
import { FILTER_SCRIPT, PAGE_STYLE } from "./page-parts.ts";
import { htmlText } from "./html-text.ts";

/**
 * The verdict and every result as one page that needs nothing else: no network, light and dark, printable, to be filtered by
 * text and by result, readable without its script.
 */
export function toComplianceHtml(subject: ComplianceSubject): string {
  const { verdict, report } = subject;
  const title = `Compliance: ${verdict.verdict}`;
  const body = [
    `<h1>Compliance: <span class="verdict ${verdict.verdict}">${verdict.verdict}</span></h1>`,
    factList(subject),
    reasonList(subject),
    barOf(subject),
    filterForm(subject),
    resultTable(subject),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${htmlText(title)} · ${htmlText(report.file)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
<script>${FILTER_SCRIPT}</script>
</body>
</html>
`;
}

function factList(subject: ComplianceSubject): string {
  const { report, verdict, imageDigest } = subject;
  const runs = judgedRuns(subject);
  const rows: readonly (readonly [string, string])[] = [
    ["Report", report.file],
    ...runs.map(
      ({ benchmark }) =>
        [
          "Benchmark",
          [benchmark.title || benchmark.id, benchmark.version, benchmark.release].join(" ").trim(),
        ] as const,
    ),
    ...runs.filter(({ profile }) => profile !== "").map(({ profile }) => ["Profile", profile] as const),
    ...runs.filter(({ endTime }) => endTime !== "").map(({ endTime }) => ["Ended", endTime] as const),
    ["Image", imageDigest ?? "not bound to an image"],
    ["Judged", `${verdict.evaluated} of ${verdict.selected} rules (coverage ${percent(verdict.coverage)})`],
  ];
  return `<dl>${rows.map(([name, text]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(text)}</dd>`).join("")}</dl>`;
}

function reasonList({ verdict }: ComplianceSubject): string {
  if (verdict.reasons.length === 0) return "";
  const items = verdict.reasons.map(
    ({ code, message }) => `<li>${htmlText(message)} <code>${htmlText(code)}</code></li>`,
  );
  return `<h2>Why</h2><ul>${items.join("")}</ul>`;
}

/** Shares of the results, as a bar with its numbers in words beside it. */
function barOf({ verdict }: ComplianceSubject): string {
  const rows = countRows(verdict);
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return "";
  const words = rows.map(([name, count]) => `${count} ${name}`).join(", ");
  const parts = rows.map(([name, count]) => `<span class="${name}" style="flex:${count}"></span>`);
  const legend = rows.map(([name, count]) => `<li><span class="dot ${name}"></span>${count} ${name}</li>`);
  return `<div class="bar" role="img" aria-label="${htmlText(words)}">${parts.join("")}</div><ul class="legend">${legend.join("")}</ul>`;
}

function filterForm({ verdict }: ComplianceSubject): string {
  const options = countRows(verdict).map(([name]) => `<option>${name}</option>`);
  return `<form role="search"><label>Search <input type="search" id="search"></label>
<label>Result <select id="result"><option value="">all</option>${options.join("")}</select></label>
<output id="shown" aria-live="polite"></output></form>`;
}

function resultTable(subject: ComplianceSubject): string {
  const waivers = waiverOf(subject);
  const results = judgedRuns(subject).flatMap((run) => run.results);
  const failed = byWeight(results.filter(({ result }) => result === "fail"));
  const others = results.filter(({ result }) => result !== "fail");
  const rows = [...failed, ...others].map((result) => rowOf(result, waivers.get(result)));
  return `<table><caption>Results</caption><thead><tr><th scope="col">Result</th><th scope="col">Category</th><th scope="col">Rule</th><th scope="col">What must hold</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`;
}

function rowOf(result: ComplianceResult, waiver: string | undefined): string {
  const ids = [result.ruleId, result.groupId, ...result.cces, ...result.ccis].filter((id) => id !== "");
  const excused = waiver === undefined ? "" : `<p>Excused by the waiver ${htmlText(waiver)}.</p>`;
  const parts: readonly (readonly [string, string])[] = [
    ["Found", [result.details, ...result.messages].filter((text) => text !== "").join("\n")],
    ["Why", result.discussion],
    ["Check", result.checkText],
    ["Fix", result.fixText],
    ["Ids", ids.join(", ")],
  ];
  const texts = parts
    .filter(([, text]) => text !== "")
    .map(([name, text]) => `<h3>${name}</h3><pre>${htmlText(text)}</pre>`);
  const instance = result.instance === "" ? "" : ` <small>${htmlText(result.instance)}</small>`;
  return `<tr data-result="${result.result}"><td><span class="dot ${result.result}"></span>${result.result}</td><td>${categoryName(result.severity)}</td><td><code>${htmlText(nameOf(result))}</code>${instance}</td><td><details><summary>${htmlText(result.title || result.ruleId)}</summary>${excused}${texts.join("")}</details></td></tr>`;
}

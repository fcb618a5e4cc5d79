import { effectiveLevels, phases } from "@plimsoll/model";
import { htmlText } from "../compliance/html-text.ts";
import { VERDICTS, verdictWords, type PostureReport } from "../posture/posture-report.ts";
import { factoryMap } from "./factory-map.ts";
import { requirementSections } from "./posture-rows.ts";
import { POSTURE_SCRIPT, POSTURE_STYLE } from "./posture-style.ts";

/**
 * The posture as one page that needs nothing else: no network, light and dark, printable, to be searched and filtered, readable
 * without its script.
 */
export function toPostureHtml(report: PostureReport): string {
  const { posture, subject } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Posture of ${htmlText(subject)}: ${posture.score.percent} %</title>
<style>${POSTURE_STYLE}</style>
</head>
<body>
<a class="skip" href="#requirements">To the requirements</a>
<header class="top">${headOf(report)}</header>
<nav aria-label="Parts of the report"><ul><li><a href="#requirements">Requirements</a></li><li><a href="#factory">Factory map</a></li><li><a href="#pipeline">Pipeline</a></li><li><a href="#unchecked">Not checked</a></li></ul></nav>
<main>
<h2 id="requirements">Requirements</h2>
${filterForm()}
${requirementSections(report)}
<h2 id="factory">Factory map</h2>
${factoryMap(posture)}
<h2 id="pipeline">Pipeline</h2>
${report.pipeline === undefined ? "<p>There is no workflow in what was assessed.</p>" : `<div class="picture" tabindex="0" role="region" aria-label="Pipeline">${report.pipeline}</div>`}
<h2 id="unchecked">Not checked</h2>
${uncheckedOf(report)}
</main>
<script>${POSTURE_SCRIPT}</script>
</body>
</html>
`;
}

function headOf({ posture, subject, toolVersion }: PostureReport): string {
  const { score, counts, profile, impactLevel, assessedOn, summary } = posture;
  const level = impactLevel === undefined ? "" : `, impact level ${htmlText(impactLevel.slice(2))}`;
  const words = VERDICTS.map((verdict) => `${counts[verdict]} ${verdictWords(verdict)}`).join(", ");
  const bar = VERDICTS.toReversed()
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `<span class="b ${verdict}" style="flex:${counts[verdict]}"></span>`);
  const list = VERDICTS.map(
    (verdict) =>
      `<li><b>${counts[verdict]}</b> <span class="v ${verdict}">${verdictWords(verdict)}</span></li>`,
  );
  return `<p class="soft">DoD Enterprise DevSecOps Reference Design: CNCF Certified Kubernetes</p>
<h1>Posture of ${htmlText(subject)}</h1>
<p class="soft">Profile ${htmlText(profile)}${level}. Assessed on ${assessedOn} by Plimsoll ${htmlText(toolVersion)}. ${summary.checkedFiles} of ${summary.files} files checked, ${summary.resources} objects, ${summary.errors} errors, ${summary.warnings} warnings, ${summary.waived} excused.</p>
<div class="head"><p class="score">${score.percent} % <small>known to be met</small></p><div class="bar" role="img" aria-label="${words}">${bar.join("")}</div></div>
<ul class="counts">${list.join("")}</ul>
<p class="soft">The score weighs rows that the design requires three times, preferred ones twice, recommended ones once: ${score.points} of ${score.of} points. What could not be checked counts as not met; if all that is open were met, it would be ${score.ceiling} %.</p>`;
}

function filterForm(): string {
  const verdicts = VERDICTS.map((verdict) => `<option value="${verdict}">${verdictWords(verdict)}</option>`);
  const levels = effectiveLevels.map((level) => `<option>${level}</option>`);
  const steps = phases.map(({ id, title }) => `<option value="${id}">${title}</option>`);
  return `<form id="filter" role="search"><label>Search <input type="search" id="search" size="28"></label>
<label>Verdict <select id="verdict"><option value="">all</option>${verdicts.join("")}</select></label>
<label>Level <select id="level"><option value="">all</option>${levels.join("")}</select></label>
<label>Phase <select id="phase"><option value="">all</option>${steps.join("")}</select></label>
<button type="reset">Clear</button> <button type="button" id="open">Open all</button> <output id="shown" aria-live="polite"></output></form>`;
}

function uncheckedOf({ posture }: PostureReport): string {
  const { unchecked, unreadable } = posture;
  if (unchecked.length + unreadable.length === 0) return "<p>Everything that was found was checked.</p>";
  const rows = unchecked.map(({ code, count, reason, files }) => {
    const names = files.map((file) => `<li><code>${htmlText(file)}</code></li>`);
    const list =
      names.length === 0
        ? ""
        : `<details><summary>${names.length === count ? "Files" : "Some of the files"}</summary><ul class="list">${names.join("")}</ul></details>`;
    return `<tr><td><code>${htmlText(code)}</code></td><td>${htmlText(reason)}${list}</td><td>${count}</td></tr>`;
  });
  const evidence = unreadable.map(
    ({ path, reason }) =>
      `<tr><td><code>evidence</code></td><td>${htmlText(`${path} ${reason}`)}</td><td>1</td></tr>`,
  );
  return `<table><thead><tr><th scope="col" class="w-v">Code</th><th scope="col">Reason</th><th scope="col" class="w-n">How often</th></tr></thead><tbody>${[...rows, ...evidence].join("")}</tbody></table>`;
}

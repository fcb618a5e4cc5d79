import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readCompliance } from "./read-compliance.ts";

const reports = fileURLToPath(new URL("../../../../shared/corpora/reports/", import.meta.url));
const present = existsSync(reports);

/** Files of XCCDF, ARF, OVAL, checklists and HDF among the reports. */
function filesOf(): readonly string[] {
  const folders = ["openscap", "stig-xccdf", "mitre-saf", "defectdojo/unittests/scans/openscap"];
  return folders.flatMap((folder) =>
    readdirSync(join(reports, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:xml|ckl|cklb)$/.test(entry.name))
      .map((entry) => relative(reports, join(entry.parentPath, entry.name))),
  );
}

/** What is wrong with those that cannot be read, by the end of their names. */
const broken: Readonly<Record<string, string>> = {
  "test_null_ptr_xccdf_tailoring_empty_profile.xml": "scap/unknown-format",
  "test_null_ptr_xccdf_empty_testresult.xml": "scap/unknown-format",
  "test_unfinished.xccdf.xml": "scap/broken-xml",
  "test_xccdf_resolve_profile_platform.xccdf.xml": "scap/empty",
  "test_profile_selection_by_suffix_tailoring.xccdf.xml": "scap/empty",
  "test_xmlns_missing.oval.xml": "scap/broken-xml",
  "test_null_ptr_regression.oval.xml": "scap/empty",
};

/** Counted in the text alone, without comments: start tags of a name, whatever the prefix. */
function tagsOf(text: string, name: string): number {
  const bare = text.replaceAll(/<!--[\s\S]*?-->/g, "");
  return [...bare.matchAll(new RegExp(`<(?:[A-Za-z0-9_-]+:)?${name}(?=[\\s/>])`, "g"))].length;
}

describe.skipIf(!present)("reports of others (corpus absent: shared/corpora/reports)", () => {
  it.each(present ? filesOf() : [])("%s", (file) => {
    const text = readFileSync(join(reports, file), "utf8");
    const code = broken[file.slice(file.lastIndexOf("/") + 1)];
    if (code !== undefined) {
      expect(() => readCompliance(text, file)).toThrow(expect.objectContaining({ code }));
      return;
    }
    const report = readCompliance(text, file);
    const results = report.runs.reduce((sum, run) => sum + run.results.length, 0);
    expect({
      results,
      rules: report.rules.length,
      runs: report.runs.length,
      definitions: report.definitions.length,
      problems: report.problems,
    }).toEqual({
      results: tagsOf(text, "rule-result") + tagsOf(text, "VULN"),
      rules: tagsOf(text, "Rule"),
      runs: tagsOf(text, "TestResult") + tagsOf(text, "iSTIG"),
      definitions: tagsOf(text, "definition"),
      problems: [],
    });
  });
});

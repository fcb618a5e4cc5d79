import type { Command } from "../command.ts";
import type { OptionSpec } from "../option.ts";

const INPUTS: readonly OptionSpec[] = [
  {
    name: "db-built",
    value: "NAME=TIME",
    repeatable: true,
    help: "When a scanner's database was built, for scanners that do not say so in their report, such as trivy=2026-11-24T02:00:00Z.",
  },
  {
    name: "sbom",
    value: "NAME=FILE",
    repeatable: true,
    help: "CycloneDX list of the packages that a scanner was given, for scanners that list none, such as grype=sbom.json.",
  },
  {
    name: "scanner-family",
    value: "NAME=ENGINE",
    repeatable: true,
    help: "Which engine a scanner is, so that two of one engine do not count as two.",
  },
  {
    name: "severity-source",
    value: "SOURCE",
    help: "max (default): the worst that a scanner chose; vendor-first, cvss, or scanner:NAME.",
  },
];

const outputs = (formats: string): readonly OptionSpec[] => [
  {
    name: "format",
    value: "FORMAT",
    repeatable: true,
    help: `${formats}. May be given several times, each with its --output.`,
  },
  {
    name: "output",
    value: "FILE",
    repeatable: true,
    help: "Write the --format before it to a file instead of standard output.",
  },
];

const READS =
  "Reads JSON of Trivy and Grype, CycloneDX with vulnerabilities, SARIF 2.1.0 and merged reports. What kind a file is, its content tells.";

export const scanMergeSpec: Command = {
  name: "scan merge",
  summary: "Make one report of several vulnerability scanners' reports.",
  operands: "<reports…>",
  minimumOperands: 1,
  options: [...INPUTS, ...outputs("pretty (default) or json")],
  notes: [READS, "Exit codes: 0 merged, 2 a report cannot be read."],
  examples: [
    ["plimsoll scan merge trivy.json grype.json", "Show how far two scanners agree."],
    [
      "plimsoll scan merge trivy.json grype.json --output merged.json",
      "Keep all that they said in one file.",
    ],
  ],
};

export const scanGateSpec: Command = {
  name: "scan gate",
  summary: "Judge the reports of vulnerability scanners: pass, fail or indeterminate.",
  operands: "<reports…>",
  minimumOperands: 1,
  options: [
    {
      name: "image",
      value: "DIGEST",
      repeatable: true,
      help: "The image that every report must be on, sha256:…; several where it has several digests.",
    },
    {
      name: "severity-cutoff",
      value: "SEVERITY",
      help: "Lowest severity that fails: critical, high (default), medium, low, negligible or never.",
    },
    {
      name: "severity-cutoff-unfixed",
      value: "SEVERITY",
      help: "The same for findings that no release fixes.",
    },
    { name: "only-fixed", help: "Findings that no release fixes do not fail by their severity." },
    { name: "unknown-severity", value: "RULE", help: "fail, indeterminate (default) or warn." },
    { name: "kev-file", value: "FILE", help: "CISA's catalogue of known exploited vulnerabilities, JSON." },
    { name: "allow-kev", help: "A vulnerability that is known to be exploited does not fail by that alone." },
    { name: "epss-threshold", value: "SHARE", help: "Lowest exploit probability that fails, from 0 to 1." },
    { name: "epss-file", value: "FILE", help: "FIRST's table of exploit probabilities, CSV." },
    {
      name: "leeway-days",
      value: "LIST",
      help: "Days from publication for which findings only warn, such as critical=3,high=14.",
    },
    {
      name: "baseline",
      value: "FILE",
      help: "An older report; what it has does not count, unless it is exploited.",
    },
    { name: "vex", value: "FILE", repeatable: true, help: "OpenVEX document." },
    { name: "waivers", value: "FILE", repeatable: true, help: "Waivers of vulnerabilities, YAML." },
    {
      name: "ignore-file",
      value: "FILE",
      repeatable: true,
      help: "A scanner's own ignore file: .trivyignore, .trivyignore.yaml or .grype.yaml.",
    },
    { name: "min-scanners", value: "N", help: "Engines that must have reported. Default: 2." },
    {
      name: "single-scanner",
      value: "RULE",
      help: "What a finding of one engine alone does: count (default), warn or require-agreement.",
    },
    { name: "max-db-age", value: "DAYS", help: "Oldest database. Default: 5." },
    { name: "unknown-db-age", value: "RULE", help: "indeterminate (default) or warn." },
    { name: "max-scan-age", value: "DAYS", help: "Oldest scan." },
    { name: "filtered-report", value: "RULE", help: "indeterminate (default) or warn." },
    { name: "end-of-life", value: "RULE", help: "indeterminate (default) or warn." },
    ...INPUTS,
    ...outputs("pretty (default), json, sarif or markdown"),
  ],
  notes: [
    READS,
    "Nothing checked, a stale database, another digest, a filtered report or too few scanners is no pass.",
    "Exit codes: 0 pass, 1 fail, 3 indeterminate, 2 the judgement could not be made.",
  ],
  examples: [
    [
      "plimsoll scan gate trivy.json grype.json --image sha256:… --kev-file kev.json --db-built trivy=2026-11-24",
      "Judge two reports on one image.",
    ],
    [
      "plimsoll scan gate trivy.json grype.json --severity-cutoff critical --format markdown --output summary.md",
      "Write a job summary.",
    ],
  ],
};

export const scanDiffSpec: Command = {
  name: "scan diff",
  summary: "Show which vulnerabilities came and went between two scans.",
  operands: "<before> <after>",
  minimumOperands: 2,
  maximumOperands: 2,
  options: [{ name: "format", value: "FORMAT", help: "table (default) or json." }],
  notes: [READS, "Exit codes: 0 nothing new, 1 new findings, 2 a report cannot be read."],
  examples: [["plimsoll scan diff last-week.json merged.json", "What is new since last week."]],
};

import type { ModelData } from "./model-data.ts";
import type { Fault } from "./shape.ts";

/** How many rows a table has. A change of the catalogue changes the figure here too, so that no row is lost in silence. */
const rows: Partial<Record<keyof ModelData, number>> = {
  "requirements.json": 138,
  "catalogue-rules.json": 160,
  "documents.json": 21,
  "requirement-controls.json": 125,
  "rule-controls.json": 738,
  "disa-image-guide.json": 29,
  "kubernetes-stig.json": 99,
  "container-platform-srg.json": 173,
  "nist-800-190.json": 24,
  "nist-800-53.json": 209,
  "tool-categories.json": 22,
  "tool-products.json": 163,
  "peer-checks.json": 880,
  "api-groups.json": 244,
  "ironbank-images.json": 221,
};

const baseline = {
  MANDATED: 55,
  INFORMATIVE: 29,
  REQUIRED: 24,
  PERMITTED: 11,
  ACTIVITY: 9,
  SHOULD: 6,
  PREFERRED: 2,
  RECOMMENDED: 2,
};
const effective = { required: 86, informative: 29, permitted: 11, recommended: 10, preferred: 2 };
const primary = {
  manifest: 51,
  inventory: 37,
  pipeline: 20,
  attestation: 14,
  report: 9,
  dockerfile: 5,
  registry: 2,
};
const automation = { full: 68, partial: 59, none: 11 };
const target = {
  "kubernetes-manifest": 47,
  dockerfile: 28,
  "ci-workflow": 22,
  "mesh-manifest": 15,
  "gitops-iac": 14,
  "scan-scap-report": 12,
  "factory-inventory": 11,
  "registry-metadata": 8,
  attestation: 3,
};

/** Requirements of each prose section and of each table. */
const section = {
  "§1.2": 4,
  "§1.3": 1,
  "§1.4": 1,
  "§2": 5,
  "§3": 7,
  "§3.1": 2,
  "§3.2": 7,
  "§3.3": 4,
  "§3.4": 13,
  "§3.5": 6,
  "§4": 8,
  "§4.1": 15,
  "§4.2": 1,
  "§4.3": 4,
  "§5": 1,
  "§5.1": 2,
  "§5.1.1": 1,
  "§5.1.2": 1,
  "§5.1.3": 1,
  "§5.1.4": 3,
  "§5.2": 9,
  "§5.2.1": 3,
  "Table 1": 11,
  "Table 2": 2,
  "Table 3": 2,
  "Table 4": 2,
  "Table 5": 2,
  "Table 6": 2,
  "Table 7": 3,
  "Table 8": 1,
  "Table 9": 2,
  "Table 10": 1,
  "Table 11": 2,
  "Table 12": 1,
  "Table 13": 2,
  "Table 14": 3,
  "Table 15": 3,
};

/** Checks the counts of the catalogue. */
export function countFaults(data: ModelData): readonly Fault[] {
  const requirements = data["requirements.json"];
  const rules = data["catalogue-rules.json"];
  const file = "requirements.json";
  const tables = Object.entries(data).filter((entry): entry is [string, readonly unknown[]] =>
    Array.isArray(entry[1]),
  );
  return [
    ...differences(rows, new Map(tables.map(([name, table]) => [name, table.length]))).map((fault) => ({
      ...fault,
      file: fault.record,
      record: "rows",
    })),
    ...differences(baseline, tally(requirements.map((requirement) => requirement.baseline))).map((fault) => ({
      file,
      ...fault,
    })),
    ...differences(effective, tally(requirements.map((requirement) => requirement.effective))).map(
      (fault) => ({ file, ...fault }),
    ),
    ...differences(section, tally(requirements.map((requirement) => requirement.section))).map((fault) => ({
      file,
      ...fault,
    })),
    ...differences(primary, tally(requirements.map(({ verification }) => verification.primary))).map(
      (fault) => ({ file, ...fault }),
    ),
    ...differences(automation, tally(requirements.map(({ verification }) => verification.automation))).map(
      (fault) => ({ file, ...fault }),
    ),
    ...differences(target, tally(rules.map((rule) => rule.target))).map((fault) => ({
      file: "catalogue-rules.json",
      ...fault,
    })),
    ...differences({ quickFix: 117 }, tally(rules.filter((rule) => rule.quickFix).map(() => "quickFix"))).map(
      (fault) => ({ file: "catalogue-rules.json", ...fault }),
    ),
  ];
}

function tally(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function differences(
  expected: Readonly<Record<string, number>>,
  actual: ReadonlyMap<string, number>,
): readonly Omit<Fault, "file">[] {
  const names = new Set([...Object.keys(expected), ...actual.keys()]);
  return [...names]
    .filter((name) => (expected[name] ?? 0) !== (actual.get(name) ?? 0))
    .map((name) => ({
      record: name,
      message: `counts ${actual.get(name) ?? 0}, the catalogue says ${expected[name] ?? 0}`,
    }));
}

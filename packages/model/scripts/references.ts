import { documentIds } from "../src/control-types.ts";
import type { DocumentId } from "../src/control-types.ts";
import { catalogueRuleIds, requirementIds } from "../src/ids.data.ts";
import { catalogueTargets, figures, sections } from "../src/vocabulary.data.ts";
import type { ModelData } from "./model-data.ts";
import type { Fault } from "./shape.ts";

/** Chapters and sections of the DISA image guide that are cited beside its items. */
const guideSectionsBesideItems = ["2", "3", "4.3.3", "4.3.7"];

/** Checks that requirements, catalogue rules and vocabularies agree with each other. */
export function requirementFaults(data: ModelData): readonly Fault[] {
  const requirements = data["requirements.json"];
  const rules = data["catalogue-rules.json"];
  return [
    ...orderFaults("requirements.json", requirementIds, requirements),
    ...orderFaults("catalogue-rules.json", catalogueRuleIds, rules),
    ...orderFaults("documents.json", documentIds, data["documents.json"]),
    ...twoWayFaults(data),
    ...requirements.flatMap(placeFaults),
    ...rules.flatMap((rule) => {
      const target = catalogueTargets.find((entry) => rule.id.startsWith(entry.prefix));
      const message = `target is ${rule.target}, but its id is one of ${String(target?.id)}`;
      return target?.id === rule.target ? [] : [{ file: "catalogue-rules.json", record: rule.id, message }];
    }),
    ...vocabularyFaults(data),
  ];
}

/** Checks that every link between the model and another document resolves on both sides. */
export function linkFaults(data: ModelData): readonly Fault[] {
  const known = knownPlaces(data);
  const guide = new Map(data["disa-image-guide.json"].map((item) => [item.section, item]));
  const ruleFaults = data["rule-controls.json"].flatMap((link) => {
    const faults = placeUnknown(known, link.document, link.ref);
    const item = link.document === "disa-image-guide" ? guide.get(link.ref) : undefined;
    if (item?.cci !== link.cci || item?.iaControl !== link.iaControl)
      faults.push("its CCI or control is not the one that the guide prints");
    return faults.map((message) => ({
      file: "rule-controls.json",
      record: `${link.catalogueRule} ${link.document}:${link.ref}`,
      message,
    }));
  });
  const requirementLinkFaults = data["requirement-controls.json"].flatMap((link) => {
    const faults = link.ref === undefined ? [] : placeUnknown(known, link.document, link.ref);
    for (const id of link.controls ?? []) faults.push(...placeUnknown(known, "nist-800-53r5", id));
    if ((link.ref === undefined) === (link.controls === undefined))
      faults.push("needs either a ref or controls");
    const record = `${link.requirement} ${link.document}:${link.ref ?? link.package ?? "controls"}`;
    return faults.map((message) => ({ file: "requirement-controls.json", record, message }));
  });
  return [...ruleFaults, ...requirementLinkFaults, ...controlFaults(data)];
}

function orderFaults(
  file: string,
  ids: readonly string[],
  rows: readonly { readonly id: string }[],
): readonly Fault[] {
  const at = ids.findIndex((id, position) => rows[position]?.id !== id);
  if (at === -1 && rows.length === ids.length) return [];
  const record = rows[at === -1 ? ids.length : at]?.id ?? String(ids[at]);
  return [
    {
      file,
      record,
      message: `the records and the list of ids differ from here: expected ${String(ids[at])}`,
    },
  ];
}

function twoWayFaults(data: ModelData): readonly Fault[] {
  const fromRules = new Set(
    data["catalogue-rules.json"].flatMap((rule) => rule.requirements.map((id) => `${id} ${rule.id}`)),
  );
  const fromRequirements = new Set(
    data["requirements.json"].flatMap(({ id, catalogueRules }) =>
      catalogueRules.map((rule) => `${id} ${rule}`),
    ),
  );
  return [
    ...[...fromRules]
      .filter((pair) => !fromRequirements.has(pair))
      .map((record) => ({
        file: "requirements.json",
        record,
        message: "the rule names the requirement, the requirement does not name the rule",
      })),
    ...[...fromRequirements]
      .filter((pair) => !fromRules.has(pair))
      .map((record) => ({
        file: "catalogue-rules.json",
        record,
        message: "the requirement names the rule, the rule does not name the requirement",
      })),
  ];
}

function placeFaults(requirement: ModelData["requirements.json"][number]): readonly Fault[] {
  const faults: string[] = [];
  const table = requirement.section.startsWith("Table ");
  const prefix = table
    ? `T${requirement.section.slice("Table ".length)}-`
    : `K8S-RD-${requirement.section.slice(1)}-`;
  if (!requirement.id.startsWith(prefix))
    faults.push(`its id does not start with ${prefix}, as its section ${requirement.section} asks`);
  if (requirement.verification.alsoFrom.includes(requirement.verification.primary))
    faults.push("names its primary class twice");
  return faults.map((message) => ({ file: "requirements.json", record: requirement.id, message }));
}

function vocabularyFaults(data: ModelData): readonly Fault[] {
  const ids = new Set<string>(data["requirements.json"].map((requirement) => requirement.id));
  const used = new Set(data["requirements.json"].map((requirement) => requirement.section));
  const file = "vocabulary.data.ts";
  return [
    ...figures
      .filter((figure) => !ids.has(figure.requirement))
      .map(({ id, requirement }) => ({ file, record: id, message: `no requirement ${requirement}` })),
    ...sections
      .filter((section) => !used.has(section.ref))
      .map(({ ref }) => ({ file, record: ref, message: "no requirement stands in it" })),
  ];
}

/** The places of the documents whose records the model holds. A document that is absent here is cited in words. */
function knownPlaces(data: ModelData): ReadonlyMap<DocumentId, ReadonlySet<string>> {
  return new Map<DocumentId, ReadonlySet<string>>([
    [
      "disa-image-guide",
      new Set([...guideSectionsBesideItems, ...data["disa-image-guide.json"].map((item) => item.section)]),
    ],
    ["k8s-stig", new Set(data["kubernetes-stig.json"].map((rule) => rule.vulnId))],
    ["srg-ctr", new Set(data["container-platform-srg.json"].map((entry) => entry.id))],
    ["nist-800-190", new Set(data["nist-800-190.json"].map((entry) => entry.section))],
    ["nist-800-53r5", new Set(data["nist-800-53.json"].map((control) => control.id))],
  ]);
}

function placeUnknown(
  known: ReadonlyMap<DocumentId, ReadonlySet<string>>,
  document: DocumentId,
  ref: string,
): string[] {
  const places = known.get(document);
  return places === undefined || places.has(ref) ? [] : [`${document} has no ${ref}`];
}

/** Checks that the table of controls says exactly what the other tables imply. */
function controlFaults(data: ModelData): readonly Fault[] {
  const cited = new Map<string, Set<DocumentId>>();
  const cite = (id: string, document: DocumentId): void => {
    cited.set(id, (cited.get(id) ?? new Set()).add(document));
  };
  for (const link of data["requirement-controls.json"])
    for (const id of link.controls ?? []) cite(id, link.document);
  for (const link of data["rule-controls.json"])
    if (link.document === "nist-800-53r5") cite(link.ref, link.document);
  for (const item of data["disa-image-guide.json"])
    for (const printed of [item.iaControl, item.cciListControl])
      cite(controlIdOf(printed), "disa-image-guide");
  for (const rule of data["kubernetes-stig.json"])
    for (const printed of rule.nistRev4) cite(controlIdOf(printed), "k8s-stig");
  const file = "nist-800-53.json";
  const held = new Set(data[file].map((control) => control.id));
  return [
    ...[...cited.keys()]
      .filter((id) => !held.has(id))
      .map((record) => ({ file, record, message: "is cited, but not in the table" })),
    ...data[file].flatMap((control) => {
      const documents = documentIds.filter((id) => cited.get(control.id)?.has(id) === true);
      const faults: string[] = [];
      if (documents.join() !== control.citedBy.join())
        faults.push(`citedBy should be ${documents.join(", ")}`);
      if (!control.id.startsWith(`${control.family}-`)) faults.push(`is not of the family ${control.family}`);
      return faults.map((message) => ({ file, record: control.id, message }));
    }),
  ];
}

/** `AC-6 (10)` and `IA-5 (2) (a)` as `ac-6(10)` and `ia-5(2)`: the control without the letter of its part. */
function controlIdOf(printed: string): string {
  const [base = "", ...parts] = printed.split(" ");
  const enhancement = parts[0] !== undefined && /^\(\d+\)$/.test(parts[0]) ? parts[0] : "";
  return base.toLowerCase() + enhancement;
}

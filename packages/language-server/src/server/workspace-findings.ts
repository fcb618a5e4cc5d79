import { builtInRules, type Finding, resolveSettings, type WaivedFinding } from "@plimsoll/core";
import { type Requirement, requirements, sections } from "@plimsoll/model";
import { toRange } from "../features/document/positions.ts";
import type {
  FindingView,
  NotCheckedView,
  RequirementRow,
  RequirementTable,
  WorkspaceFindings,
} from "../protocol.ts";
import type { Folder } from "../workspace-index/folder.ts";
import type { Session } from "./session.ts";
import { verdictsOf, type RowVerdict } from "./verdicts.ts";

/** Findings that a view is given at most: nobody reads more, and the message stays small. */
const MAXIMUM_FINDINGS = 20_000;

interface Collected {
  readonly byRequirement: Map<string, FindingView[]>;
  readonly other: FindingView[];
  readonly notChecked: NotCheckedView[];
  count: number;
}

/** The findings of all folders by requirement, in the order of the design. */
export function workspaceFindings(session: Session): WorkspaceFindings {
  const folders = session.workspace.all();
  const collected: Collected = { byRequirement: new Map(), other: [], notChecked: [], count: 0 };
  for (const folder of folders) collect(folder, session, collected);
  const rows: Rows = {
    collected,
    rules: rulesByRequirement(session, folders[0]),
    verdicts: verdictsOf(folders, session.parts.host.today()),
  };
  return {
    tables: tablesOf((requirement) => rowOf(requirement, rows)),
    other: collected.other,
    notChecked: collected.notChecked,
    complete: folders.every(({ index, isIndexed }) => index.isComplete || !isIndexed),
  };
}

function collect(folder: Folder, session: Session, collected: Collected): void {
  for (const path of folder.crossFile?.paths() ?? []) {
    const assessment = folder.assess(path);
    if (assessment === undefined) continue;
    for (const finding of [...assessment.own, ...assessment.cross])
      add(folder, session, collected, { finding });
    for (const waived of assessment.waived) add(folder, session, collected, waived);
    for (const entry of assessment.notChecked) {
      if (collected.notChecked.length >= MAXIMUM_FINDINGS) break;
      collected.notChecked.push(notCheckedView(folder, entry));
    }
  }
  for (const finding of session.reporter.reportsOf(folder)) add(folder, session, collected, { finding });
  for (const entry of folder.notChecked) collected.notChecked.push(notCheckedView(folder, entry));
}

type Entry = Pick<WaivedFinding, "finding"> & Partial<WaivedFinding>;

function add(folder: Folder, session: Session, collected: Collected, entry: Entry): void {
  if (collected.count >= MAXIMUM_FINDINGS) return;
  collected.count += 1;
  const view = viewOf(folder, session, entry);
  if (entry.finding.requirements.length === 0) collected.other.push(view);
  for (const id of entry.finding.requirements) {
    const list = collected.byRequirement.get(id);
    if (list === undefined) collected.byRequirement.set(id, [view]);
    else list.push(view);
  }
}

function viewOf(
  folder: Folder,
  session: Session,
  { finding, by, justification, expires }: Entry,
): FindingView {
  const { ruleId, message, severity, file, range, fingerprint } = finding;
  return {
    rule: ruleId,
    title: titleOf(folder, session, ruleId),
    message,
    severity,
    uri: uriOf(folder, file),
    range: toRange(range),
    fingerprint,
    ...(by === undefined
      ? {}
      : {
          waived: { by, justification: justification ?? "", ...(expires === undefined ? {} : { expires }) },
        }),
  };
}

function titleOf(folder: Folder, session: Session, ruleId: Finding["ruleId"]): string {
  const rules = folder.engine?.ruleSet.rules ?? session.ruleSet.rules;
  return rules.get(ruleId)?.title ?? builtInRules.get(ruleId)?.title ?? ruleId;
}

function notCheckedView(
  folder: Folder,
  { file, range, code, reason }: Folder["notChecked"][number],
): NotCheckedView {
  return {
    ...(file === undefined ? {} : { uri: uriOf(folder, file) }),
    ...(range === undefined ? {} : { range: toRange(range) }),
    code,
    reason,
  };
}

function uriOf(folder: Folder, path: string): string {
  return folder.open.documentOf(path)?.uri ?? folder.source.uriOf(path);
}

/** Rules that are on, by the requirements that they speak about. */
function rulesByRequirement(
  session: Session,
  folder: Folder | undefined,
): ReadonlyMap<string, readonly string[]> {
  const byRequirement = new Map<string, string[]>();
  if (folder?.engine === undefined) return byRequirement;
  const { configuration } = folder.engine;
  for (const [rule, { severity }] of resolveSettings(configuration, session.ruleSet, "")) {
    if (severity === "off" || !Object.hasOwn(session.ruleSet.references, rule)) continue;
    for (const id of session.ruleSet.references[rule]?.requirements ?? []) {
      const list = byRequirement.get(id);
      if (list === undefined) byRequirement.set(id, [rule]);
      else list.push(rule);
    }
  }
  return byRequirement;
}

interface Rows {
  readonly collected: Collected;
  readonly rules: ReadonlyMap<string, readonly string[]>;
  readonly verdicts: ReadonlyMap<string, RowVerdict>;
}

function rowOf(
  { id, title, baseline, phases }: Requirement,
  { collected, rules, verdicts }: Rows,
): RequirementRow {
  const findings = collected.byRequirement.get(id) ?? [];
  return { id, title, baseline, phases, ...verdicts.get(id), rules: rules.get(id) ?? [], findings };
}

/** The tables in their order, then the prose by chapter. */
function tablesOf(row: (requirement: Requirement) => RequirementRow): readonly RequirementTable[] {
  const tables = new Map<string, { readonly title: string; readonly rows: RequirementRow[] }>();
  const isTable = ({ section }: Requirement): boolean => section.startsWith("Table ");
  for (const requirement of [
    ...requirements.filter(isTable),
    ...requirements.filter((one) => !isTable(one)),
  ]) {
    const { id, title } = tableOf(requirement);
    const known = tables.get(id) ?? { title, rows: [] };
    known.rows.push(row(requirement));
    tables.set(id, known);
  }
  return [...tables].map(([id, { title, rows }]) => ({ id, title, rows }));
}

function tableOf({ section }: Requirement): { readonly id: string; readonly title: string } {
  if (section.startsWith("Table ")) {
    return { id: `table-${section.slice("Table ".length)}`, title: `${section} · ${sectionTitle(section)}` };
  }
  const chapter = section.slice(1).split(".")[0] ?? "";
  return { id: `section-${chapter}`, title: `Section ${chapter} · ${sectionTitle(`§${chapter}`)}` };
}

/** The name that the design gives a section; chapter 1 has none of its own. */
function sectionTitle(ref: string): string {
  return sections.find((section) => section.ref === ref)?.title ?? "Introduction";
}

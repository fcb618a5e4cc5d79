import type {
  FindingView,
  NotCheckedView,
  RequirementRow,
  Verdict,
  WorkspaceFindings,
} from "@plimsoll/language-server/protocol";

/** How a row stands: what was judged, or where nothing judged it yet, whether there are findings. */
export type Standing = Verdict | "findings" | "no-findings";

interface Branch {
  readonly id: string;
  readonly children: readonly Node[];
}

/** A table of the design, or the findings that belong to no row, or what was not checked. */
export interface GroupNode extends Branch {
  readonly kind: "group";
  readonly topic: "table" | "other" | "not-checked";
  /** The table's title; empty for the other topics, whose titles the editor's language decides. */
  readonly title: string;
  /** Findings below it that no waiver excuses, each once. */
  readonly findings: number;
  /** Its rows, and those of them with findings. */
  readonly rows: { readonly all: number; readonly withFindings: number };
}

export interface RowNode extends Branch {
  readonly kind: "row";
  readonly row: RequirementRow;
  readonly standing: Standing;
  readonly findings: number;
}

export interface FindingNode {
  readonly kind: "finding";
  readonly id: string;
  readonly finding: FindingView;
}

export interface NotCheckedNode {
  readonly kind: "not-checked";
  readonly id: string;
  readonly notChecked: NotCheckedView;
}

export type Node = GroupNode | RowNode | FindingNode | NotCheckedNode;

export interface TreeOptions {
  /** Leaves out rows and tables that nothing is wrong with. What was not checked stays: it is not clean. */
  readonly onlyWithFindings: boolean;
}

/** The tree of the reference design: tables, rows, findings. */
export function buildTree(
  { tables, other, notChecked }: WorkspaceFindings,
  { onlyWithFindings }: TreeOptions,
): readonly GroupNode[] {
  const groups: GroupNode[] = [];
  for (const table of tables) {
    const rows = table.rows.map((row) => rowNode(table.id, row));
    const children = onlyWithFindings ? rows.filter(hasFindings) : rows;
    if (children.length === 0) continue;
    const all = rows.flatMap(({ row }) => row.findings);
    groups.push({
      kind: "group",
      topic: "table",
      id: table.id,
      title: table.title,
      children,
      findings: countOnce(all),
      rows: { all: rows.length, withFindings: rows.filter(hasFindings).length },
    });
  }
  if (other.length > 0) groups.push(otherGroup(other));
  if (notChecked.length > 0) groups.push(notCheckedGroup(notChecked));
  return groups;
}

const NO_ROWS = { all: 0, withFindings: 0 };

function otherGroup(findings: readonly FindingView[]): GroupNode {
  return {
    kind: "group",
    topic: "other",
    id: "other",
    title: "",
    children: findingNodes("other", findings),
    findings: countOnce(findings),
    rows: NO_ROWS,
  };
}

function notCheckedGroup(views: readonly NotCheckedView[]): GroupNode {
  const children = views.map((notChecked, index): NotCheckedNode => ({
    kind: "not-checked",
    id: `not-checked/${index}`,
    notChecked,
  }));
  return {
    kind: "group",
    topic: "not-checked",
    id: "not-checked",
    title: "",
    children,
    findings: 0,
    rows: NO_ROWS,
  };
}

function rowNode(table: string, row: RequirementRow): RowNode {
  const findings = countOnce(row.findings);
  const id = `${table}/${row.id}`;
  return {
    kind: "row",
    id,
    row,
    standing: row.verdict ?? (findings > 0 ? "findings" : "no-findings"),
    findings,
    children: findingNodes(id, row.findings),
  };
}

function hasFindings({ findings, standing }: RowNode): boolean {
  return findings > 0 || standing === "not-met";
}

/** Ids stay the same while a finding stays, so that the editor keeps what is open and selected. */
function findingNodes(parent: string, findings: readonly FindingView[]): readonly FindingNode[] {
  const used = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${parent}/${finding.uri}#${finding.fingerprint}`;
    const count = used.get(key) ?? 0;
    used.set(key, count + 1);
    return { kind: "finding", id: count === 0 ? key : `${key}~${count}`, finding };
  });
}

/** A finding stands under each of its requirements: it counts once. Waived ones do not count. */
function countOnce(findings: readonly FindingView[]): number {
  const seen = new Set<string>();
  for (const { uri, fingerprint, range, waived } of findings) {
    if (waived === undefined) seen.add(`${uri}#${fingerprint}#${range.start.line}:${range.start.character}`);
  }
  return seen.size;
}

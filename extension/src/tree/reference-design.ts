import type { WaiveTarget, WorkspaceFindings } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";
import { labelOf } from "./labels.ts";
import { buildTree, type FindingNode, type GroupNode, type Node } from "./nodes.ts";

export const VIEW = "plimsoll.referenceDesign";

const ONLY_WITH_FINDINGS = "plimsoll.onlyWithFindings";
const CHECKED = "plimsoll.checked";

/** The view *Reference design*: tables, rows, findings, each finding a way to its line. */
export class ReferenceDesign implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly #connection: ServerConnection;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  readonly #parents = new Map<string, Node>();
  readonly #view: vscode.TreeView<Node>;
  #findings: WorkspaceFindings | undefined;
  #isStale = true;
  #onlyWithFindings = false;

  readonly onDidChangeTreeData: vscode.Event<void> = this.#changed.event;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.#disposables.push(
      this.#view,
      connection.onFindingsChanged(() => this.#refresh()),
      connection.onStatus((status) => {
        if (status === undefined) this.#refresh();
      }),
    );
  }

  /** Shows only rows with findings, or all. */
  filter(onlyWithFindings: boolean): void {
    this.#onlyWithFindings = onlyWithFindings;
    void vscode.commands.executeCommand("setContext", ONLY_WITH_FINDINGS, onlyWithFindings);
    this.#changed.fire();
  }

  /** A view that nobody sees asks the server for nothing: it asks again when it is opened. */
  #refresh(): void {
    this.#isStale = true;
    this.#changed.fire();
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node !== undefined) return "children" in node ? [...node.children] : [];
    const groups = buildTree(await this.#load(), { onlyWithFindings: this.#onlyWithFindings });
    this.#parents.clear();
    for (const group of groups) this.#remember(group);
    return [...groups];
  }

  async #load(): Promise<WorkspaceFindings> {
    if (this.#findings !== undefined && !this.#isStale) return this.#findings;
    this.#isStale = false;
    this.#findings = await this.#connection.workspaceFindings();
    void vscode.commands.executeCommand("setContext", CHECKED, this.#findings.complete);
    return this.#findings;
  }

  #remember(parent: GroupNode): void {
    for (const child of parent.children) {
      this.#parents.set(child.id, parent);
      if (child.kind === "row") for (const leaf of child.children) this.#parents.set(leaf.id, child);
    }
  }

  getParent(node: Node): Node | undefined {
    return this.#parents.get(node.id);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { label, description, tooltip, spoken, icon, colour } = labelOf(node, showPath, vscode.l10n.t);
    const item = new vscode.TreeItem(label, collapsibleState(node));
    item.id = node.id;
    item.description = description;
    item.tooltip = tooltip;
    item.accessibilityInformation = { label: spoken };
    item.iconPath = new vscode.ThemeIcon(
      icon,
      colour === undefined ? undefined : new vscode.ThemeColor(colour),
    );
    item.contextValue = contextOf(node);
    const command = commandOf(node);
    if (command !== undefined) item.command = command;
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

function collapsibleState(node: Node): vscode.TreeItemCollapsibleState {
  const isLeaf = !("children" in node) || node.children.length === 0;
  return isLeaf ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed;
}

function contextOf(node: Node): string {
  if (node.kind === "row") return "requirement";
  if (node.kind === "finding") return node.finding.waived === undefined ? "finding" : "waived";
  return node.kind;
}

function commandOf(node: Node): vscode.Command | undefined {
  const place =
    node.kind === "finding" ? node.finding : node.kind === "not-checked" ? node.notChecked : undefined;
  if (place?.uri === undefined) return undefined;
  const { range } = place;
  const options: vscode.TextDocumentShowOptions =
    range === undefined
      ? {}
      : {
          selection: new vscode.Range(
            range.start.line,
            range.start.character,
            range.end.line,
            range.end.character,
          ),
        };
  return {
    command: "vscode.open",
    title: vscode.l10n.t("Open"),
    arguments: [vscode.Uri.parse(place.uri, true), options],
  };
}

function showPath(uri: string): string {
  return vscode.workspace.asRelativePath(vscode.Uri.parse(uri, true));
}

/** The target of *waive* for a node of the tree. */
export function waiveTargetOf({ finding }: FindingNode): WaiveTarget {
  const { uri, rule, fingerprint, range, message } = finding;
  return { uri, rule, fingerprint, range, message };
}

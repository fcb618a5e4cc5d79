import type { PageParams, WorkspaceFindings } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";
import { everyFinding } from "./every-finding.ts";

type Item = vscode.QuickPickItem & { readonly page?: PageParams };

/** Lets a person choose among the rules with findings, all requirements and all rules that speak about one. */
export async function choosePage(connection: ServerConnection): Promise<PageParams | undefined> {
  const items = connection.workspaceFindings().then(pageItems);
  const placeHolder = vscode.l10n.t("Which rule or requirement?");
  const options = { placeHolder, matchOnDescription: true };
  const chosen: Item | undefined = await vscode.window.showQuickPick(items, options);
  return chosen?.page;
}

function pageItems(workspace: WorkspaceFindings): Item[] {
  const rows = workspace.tables.flatMap((table) => table.rows);
  const found = new Map(everyFinding(workspace).map(({ rule, title }) => [rule, title]));
  const foundRules = [...found.keys()].sort();
  const rules = new Set(rows.flatMap((row) => row.rules));
  return [
    separator(vscode.l10n.t("Rules with problems")),
    ...foundRules.map((id): Item => ruleItem(id, found.get(id) ?? "")),
    separator(vscode.l10n.t("Requirements")),
    ...rows.map(({ id, title }): Item => ({
      label: title,
      description: id,
      page: { kind: "requirement", id },
    })),
    separator(vscode.l10n.t("Rules")),
    ...[...rules].sort().map((id): Item => ruleItem(id, found.get(id) ?? "")),
  ];
}

function ruleItem(id: string, description: string): Item {
  return { label: id, description, page: { kind: "rule", id } };
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

import type { Status } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import { LANGUAGES } from "../client/documents.ts";
import type { ServerConnection } from "../client/server-connection.ts";
import { facts, statusText } from "./status-text.ts";

const SEVERITIES = {
  information: vscode.LanguageStatusSeverity.Information,
  warning: vscode.LanguageStatusSeverity.Warning,
  error: vscode.LanguageStatusSeverity.Error,
};

/** The status item beside the language of a document: counts, profile, time. */
export class LanguageStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #disposables: vscode.Disposable[];
  #status: Status | undefined;

  constructor(connection: ServerConnection) {
    this.#item = vscode.languages.createLanguageStatusItem(
      "plimsoll.status",
      LANGUAGES.map((language) => ({ language })),
    );
    this.#item.name = "Plimsoll";
    this.#item.command = { command: "plimsoll.showDetails", title: vscode.l10n.t("Details") };
    this.#show(undefined);
    this.#disposables = [this.#item, connection.onStatus((status) => this.#show(status))];
  }

  #show(status: Status | undefined): void {
    this.#status = status;
    const { text, detail, severity, isBusy } = statusText(status, vscode.l10n.t);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = SEVERITIES[severity];
    this.#item.busy = isBusy;
    this.#item.accessibilityInformation = { label: `Plimsoll: ${text}. ${detail}` };
  }

  /** Says it all, and offers what one may want to do then. */
  async showDetails(): Promise<void> {
    const { text } = statusText(this.#status, vscode.l10n.t);
    const about = this.#status === undefined ? [] : facts(this.#status, vscode.l10n.t);
    const version = this.#status === undefined ? "" : `Plimsoll ${this.#status.version}`;
    const title = [version, text, ...about].filter((part) => part !== "").join(" · ");
    const chosen = await vscode.window.showQuickPick(actions(), { title });
    if (chosen !== undefined) await vscode.commands.executeCommand(chosen.command);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }
}

function actions(): (vscode.QuickPickItem & { readonly command: string })[] {
  return [
    { label: vscode.l10n.t("Show the reference design"), command: "plimsoll.showReferenceDesign" },
    { label: vscode.l10n.t("Check the workspace again"), command: "plimsoll.reindex" },
    { label: vscode.l10n.t("Create or open plimsoll.yaml"), command: "plimsoll.createConfiguration" },
    { label: vscode.l10n.t("Show output"), command: "plimsoll.showOutput" },
    { label: vscode.l10n.t("Restart the server"), command: "plimsoll.restart" },
  ];
}

import { COMMANDS, type PageParams } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";

const VIEW_TYPE = "plimsoll.page";

/** Shows the page of a rule or a requirement beside the editor. One panel, which each page takes over. */
export class PagePanel implements vscode.Disposable {
  readonly #connection: ServerConnection;
  #panel: vscode.WebviewPanel | undefined;
  /** Counts the pages that were asked for: an answer that comes late does not replace a later one. */
  #asked = 0;

  constructor(connection: ServerConnection) {
    this.#connection = connection;
  }

  async open(wanted: PageParams): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const [page, { renderPage }] = await Promise.all([
      this.#connection.page(wanted),
      import("./render-page.ts"),
    ]);
    if (asked !== this.#asked) return;
    if (page === null) {
      void vscode.window.showInformationMessage(vscode.l10n.t("There is no page about {0}.", wanted.id));
      return;
    }
    this.#panel ??= this.#create();
    this.#panel.title = page.title;
    this.#panel.webview.html = renderPage(page, { nonce: crypto.randomUUID(), language: "en" });
    this.#panel.reveal();
  }

  #create(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(VIEW_TYPE, "Plimsoll", vscode.ViewColumn.Beside, {
      enableScripts: false,
      enableForms: false,
      enableFindWidget: true,
      enableCommandUris: [COMMANDS.openPage],
      localResourceRoots: [],
    });
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }

  dispose(): void {
    this.#panel?.dispose();
  }
}

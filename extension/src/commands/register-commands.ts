import { COMMANDS, type PageParams, type WaiveTarget } from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { ServerConnection } from "../client/server-connection.ts";
import type { PagePanel } from "../page/page-panel.ts";
import type { LanguageStatus } from "../status/language-status.ts";
import { VIEW, waiveTargetOf, type ReferenceDesign } from "../tree/reference-design.ts";
import type { Node } from "../tree/nodes.ts";
import { waive } from "../waive/waive.ts";
import { choosePage } from "./choose-page.ts";
import { createConfiguration } from "./create-configuration.ts";
import { fixAll } from "./fix-all.ts";
import { goToFinding } from "./go-to-finding.ts";
import { openSample } from "./open-sample.ts";

/** The parts that commands act on. */
export interface Parts {
  readonly connection: ServerConnection;
  readonly design: ReferenceDesign;
  readonly page: PagePanel;
  readonly status: LanguageStatus;
}

/** Commands of the palette, of menus and of code actions. */
export function registerCommands(context: vscode.ExtensionContext, parts: Parts): vscode.Disposable {
  const { connection, design, page, status } = parts;
  const commands: Readonly<Record<string, (argument?: unknown) => unknown>> = {
    [COMMANDS.waive]: (argument) => waive(connection, context.workspaceState, readWaiveTarget(argument)),
    [COMMANDS.openPage]: async (argument) => {
      const chosen = readPage(argument) ?? (await choosePage(connection));
      if (chosen !== undefined) await page.open(chosen);
    },
    "plimsoll.fixAll": () => fixAll(connection),
    "plimsoll.nextFinding": () => goToFinding("next"),
    "plimsoll.previousFinding": () => goToFinding("previous"),
    "plimsoll.createConfiguration": () => createConfiguration(context.extension),
    "plimsoll.openSample": () => openSample(context.extensionUri),
    "plimsoll.showDetails": () => status.showDetails(),
    "plimsoll.showReferenceDesign": () => vscode.commands.executeCommand(`${VIEW}.focus`),
    "plimsoll.reindex": () => connection.reindex(),
    "plimsoll.showOutput": () => connection.output.show(),
    "plimsoll.restart": () => connection.restart(),
    "plimsoll.onlyWithFindings": () => design.filter(true),
    "plimsoll.showAll": () => design.filter(false),
  };
  const registered = Object.entries(commands).map(([id, run]) =>
    vscode.commands.registerCommand(id, (argument?: unknown) => attempt(connection, () => run(argument))),
  );
  return vscode.Disposable.from(...registered);
}

/** A command that fails says so, with a way to the log. */
async function attempt(connection: ServerConnection, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    connection.output.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const show = vscode.l10n.t("Show output");
    const message = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(message, show).then((chosen) => {
      if (chosen === show) connection.output.show();
    });
  }
}

/** From a code action the target itself, from the tree its node. */
function readWaiveTarget(argument: unknown): WaiveTarget | undefined {
  if (isNode(argument)) return argument.kind === "finding" ? waiveTargetOf(argument) : undefined;
  return isRecord<WaiveTarget>(argument, ["uri", "rule", "fingerprint", "message"]) ? argument : undefined;
}

/** From a code action or a link the page itself, from the tree its node. */
function readPage(argument: unknown): PageParams | undefined {
  if (isNode(argument)) {
    if (argument.kind === "row") return { kind: "requirement", id: argument.row.id };
    return argument.kind === "finding" ? { kind: "rule", id: argument.finding.rule } : undefined;
  }
  return isRecord<PageParams>(argument, ["kind", "id"]) ? argument : undefined;
}

function isNode(argument: unknown): argument is Node {
  if (typeof argument !== "object" || argument === null || !("kind" in argument)) return false;
  return (
    (argument.kind === "row" && "row" in argument) || (argument.kind === "finding" && "finding" in argument)
  );
}

function isRecord<Type>(value: unknown, texts: readonly (keyof Type & string)[]): value is Type {
  if (typeof value !== "object" || value === null) return false;
  const entries = new Map<string, unknown>(Object.entries(value));
  return texts.every((key) => typeof entries.get(key) === "string");
}

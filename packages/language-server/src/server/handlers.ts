import type { Connection } from "vscode-languageserver";
import type {
  FixAllParams,
  PageParams,
  Status,
  WaiveParams,
  WaiverChoicesParams,
  WorkspaceFindings,
} from "../protocol.ts";
import { REQUESTS } from "../protocol.ts";
import type { Session } from "./session.ts";

/** Registers the handlers of requests. What answers them is loaded when the first one comes. */
export function registerHandlers(connection: Connection, loaded: Promise<Session>): void {
  registerDiagnostics(connection, loaded);
  registerActions(connection, loaded);
  registerLooks(connection, loaded);
  registerRequests(connection, loaded);
}

function registerDiagnostics(connection: Connection, loaded: Promise<Session>): void {
  connection.languages.diagnostics.on(async (params, token) => {
    const session = await loaded;
    const { pullDiagnostics } = await import("./pull.ts");
    return pullDiagnostics(session, params, token);
  });
}

function registerActions(connection: Connection, loaded: Promise<Session>): void {
  connection.onCodeAction(async (params, token) => {
    const session = await loaded;
    const { answerCodeActions } = await import("./code-action-requests.ts");
    return answerCodeActions(session, params, token);
  });
  connection.onCodeActionResolve(async (action, token) => {
    const session = await loaded;
    const { resolveAction } = await import("./code-action-requests.ts");
    return resolveAction(session, action, token);
  });
}

/** What is said of a text without changing it, and what may be typed next. */
function registerLooks(connection: Connection, loaded: Promise<Session>): void {
  connection.onDocumentSymbol(async (params, token) => {
    const session = await loaded;
    const { answerSymbols } = await import("./symbol-requests.ts");
    return answerSymbols(session, params, token);
  });
  connection.onDefinition(async (params, token) => {
    const session = await loaded;
    const { answerDefinition } = await import("./definition-requests.ts");
    return answerDefinition(session, params, token);
  });
  connection.onCompletion(async (params, token) => {
    const session = await loaded;
    const { answerCompletion } = await import("./completion-requests.ts");
    return answerCompletion(session, params, token);
  });
  connection.onHover(async (params, token) => {
    const session = await loaded;
    const { answerHover } = await import("./hover-requests.ts");
    return answerHover(session, params, token);
  });
}

/** Plimsoll's own requests. */
function registerRequests(connection: Connection, loaded: Promise<Session>): void {
  connection.onRequest(REQUESTS.status, async (): Promise<Status> => (await loaded).reporter.status());
  connection.onRequest(REQUESTS.workspaceFindings, async (): Promise<WorkspaceFindings> => {
    const session = await loaded;
    const { workspaceFindings } = await import("./workspace-findings.ts");
    return workspaceFindings(session);
  });
  connection.onRequest(REQUESTS.reindex, async (): Promise<null> => {
    const session = await loaded;
    await Promise.all(session.workspace.all().map((folder) => folder.reload()));
    return null;
  });
  connection.onRequest(REQUESTS.page, async (params: PageParams) => {
    const session = await loaded;
    const { answerPage } = await import("./page-requests.ts");
    return answerPage(session, params);
  });
  connection.onRequest(REQUESTS.waiverChoices, async (params: WaiverChoicesParams) => {
    const session = await loaded;
    const { answerWaiverChoices } = await import("./waiver-requests.ts");
    return answerWaiverChoices(session, params);
  });
  connection.onRequest(REQUESTS.waive, async (params: WaiveParams): Promise<unknown> => {
    const session = await loaded;
    const { answerWaive } = await import("./waiver-requests.ts");
    return answerWaive(session, params);
  });
  connection.onRequest(REQUESTS.fixAllOfRule, async (params: FixAllParams, token) => {
    const session = await loaded;
    const { answerFixAll } = await import("./code-action-requests.ts");
    return answerFixAll(session, params, token);
  });
}

import type { Connection } from "vscode-languageserver";
import { REQUESTS, type Status, type WorkspaceFindings } from "../protocol.ts";
import type { Session } from "./session.ts";
import { workspaceFindings } from "./workspace-findings.ts";

/** Answers Plimsoll's own requests. */
export function registerRequests(connection: Connection, loaded: Promise<Session>): void {
  connection.onRequest(REQUESTS.status, async (): Promise<Status> => (await loaded).reporter.status());
  connection.onRequest(REQUESTS.workspaceFindings, async (): Promise<WorkspaceFindings> =>
    workspaceFindings(await loaded),
  );
  connection.onRequest(REQUESTS.reindex, async (): Promise<null> => {
    const session = await loaded;
    await Promise.all(session.workspace.all().map((folder) => folder.reload()));
    return null;
  });
}

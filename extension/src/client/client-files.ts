import {
  CLIENT_REQUESTS,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from "@plimsoll/language-server/protocol";
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isInside } from "./is-inside.ts";

/** Names that may be of interest; the server chooses among them. */
const WANTED =
  "**/{*.yaml,*.yml,*.json,*Dockerfile*,*dockerfile*,*Containerfile*,*containerfile*,.dockerignore}";
/** Beside what the folder's settings exclude. */
const UNWANTED = "**/{node_modules,.git,.hg,.svn}/**";
/** Files whose size is asked at the same time. */
const AT_ONCE = 32;
/** A larger file is not read, in bytes. The server's own cap is below. */
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/** Lets the server read folders through the editor: those on another machine, in a browser, or in no file system at all. */
export function answerFileRequests(client: BaseLanguageClient, readable?: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(CLIENT_REQUESTS.listFiles, listFiles),
    client.onRequest<ReadFileResult, void>(CLIENT_REQUESTS.readFile, (parameters: ReadFileParams) =>
      readFile(parameters, readable),
    ),
  );
}

async function listFiles(
  { folder, maximum }: ListFilesParams,
  token: vscode.CancellationToken,
): Promise<ListFilesResult> {
  const uri = vscode.Uri.parse(folder, true);
  if (!isInWorkspace(uri)) return { files: [], truncated: false };
  const pattern = new vscode.RelativePattern(uri, WANTED);
  const found = await vscode.workspace.findFiles(pattern, UNWANTED, maximum + 1, token);
  const files: { uri: string; size: number }[] = [];
  const wanted = found.slice(0, maximum);
  for (let at = 0; at < wanted.length && !token.isCancellationRequested; at += AT_ONCE) {
    files.push(...(await Promise.all(wanted.slice(at, at + AT_ONCE).map(withSize))));
  }
  return { files, truncated: found.length > maximum };
}

/** A file that is gone, or cannot be asked for its size, is listed all the same: reading it tells what is wrong. */
async function withSize(uri: vscode.Uri): Promise<{ uri: string; size: number }> {
  const size = await vscode.workspace.fs.stat(uri).then(
    (stat) => stat.size,
    () => 0,
  );
  return { uri: uri.toString(), size };
}

async function readFile({ uri }: ReadFileParams, readable?: vscode.Uri): Promise<ReadFileResult> {
  const file = vscode.Uri.parse(uri, true);
  const isPermitted = isInWorkspace(file) || file.toString() === readable?.toString();
  if (!isPermitted) return { error: "unreadable", reason: "It is outside the workspace." };
  try {
    const bytes = await vscode.workspace.fs.readFile(file);
    if (bytes.byteLength > MAXIMUM_BYTES) return { error: "unreadable", reason: "It is too large." };
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return { error: "missing" };
    return { error: "unreadable", reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Only files of the workspace are handed out, whatever a file of the workspace may have talked the server into asking for. */
function isInWorkspace(uri: vscode.Uri): boolean {
  return (vscode.workspace.workspaceFolders ?? []).some((folder) => isInside(uri, folder.uri));
}

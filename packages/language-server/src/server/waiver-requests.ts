import { waive, waiverChoices, waiverFilePath, type WaiverFile } from "../features/waive/waive.ts";
import type { WaiveParams, WaiverChoices, WaiverChoicesParams, WaiveResult } from "../protocol.ts";
import type { Folder } from "../workspace-index/folder.ts";
import type { Session } from "./session.ts";

/** Answers what a dialog for a waiver offers. */
export async function answerWaiverChoices(
  session: Session,
  { uri }: WaiverChoicesParams,
): Promise<WaiverChoices> {
  const folder = await folderOf(session, uri);
  const { policy, path } = policyOf(session, folder);
  return waiverChoices(policy, { uri: uriOf(folder, path), path });
}

/** Answers the edit that adds a waiver. */
export async function answerWaive(session: Session, params: WaiveParams): Promise<WaiveResult> {
  const folder = await folderOf(session, params.uri);
  const { policy, path } = policyOf(session, folder);
  return waive(params, policy, await waiverFile(folder, path));
}

async function folderOf(session: Session, uri: string): Promise<Folder> {
  const place = await session.placeWhenReady(uri);
  if (place === undefined) throw new Error("The file lies in no folder that waivers could be kept in.");
  return place.folder;
}

function policyOf(session: Session, { configuration: loaded }: Folder) {
  if (loaded === undefined) throw new Error("The configuration of the folder was not read yet.");
  const { configuration, file } = loaded;
  const policy = { ruleSet: session.ruleSet, configuration, today: session.parts.host.today() };
  return { policy, path: waiverFilePath(configuration, file) };
}

function uriOf(folder: Folder, path: string): string {
  return folder.open.documentOf(path)?.uri ?? folder.source.uriOf(path);
}

/** The file as an editor holds it, else as it is on disk. One that cannot be read is not written over. */
async function waiverFile(folder: Folder, path: string): Promise<WaiverFile> {
  const open = folder.open.documentOf(path);
  if (open !== undefined) return { uri: open.uri, path, version: open.version, text: open.text };
  const outcome = await folder.source.read(path);
  if ("notChecked" in outcome) throw new Error(`${path}: ${outcome.notChecked.reason}`);
  return {
    uri: folder.source.uriOf(path),
    path,
    version: null,
    text: "text" in outcome ? outcome.text : undefined,
  };
}

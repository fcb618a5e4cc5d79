import { type Engine, type Finding, newFileMemory, SchemaStore } from "@plimsoll/core";
import type { EditedText } from "../features/code-actions/workspace-edit.ts";
import { OpenFile } from "../features/document/open-file.ts";
import type { FeatureContext } from "../features/feature-context.ts";
import { assessFile } from "../workspace-index/assess-file.ts";
import { checkInput } from "../workspace-index/checker.ts";
import type { Folder } from "../workspace-index/folder.ts";
import type { Session } from "./session.ts";
import type { Place } from "./workspace.ts";

/** An open file with all that features ask about it. */
export interface FeatureSource extends Place {
  readonly session: Session;
  readonly file: OpenFile;
  readonly context: FeatureContext;
  /** What stands of its findings, those that need other files too. */
  readonly findings: readonly Finding[];
}

/** An open file for features; undefined for one that is not open or not of a kind that Plimsoll reads. */
export async function featureSource(session: Session, uri: string): Promise<FeatureSource | undefined> {
  const place = await session.placeWhenReady(uri);
  if (place === undefined) return undefined;
  const { folder, path } = place;
  const file = fileOf(folder, path);
  const { engine } = folder;
  if (file === undefined || engine === undefined || !folder.settings.enable) return undefined;
  const context = await contextOf(session, folder, engine);
  return { ...place, session, file, context, findings: findingsOf(folder, path) };
}

function fileOf(folder: Folder, path: string): OpenFile | undefined {
  const document = folder.open.documentOf(path);
  const kind = folder.open.kindOf(path);
  if (document === undefined || kind === undefined) return undefined;
  const stream = folder.open.memoryOf(path)?.stream;
  return new OpenFile({
    uri: document.uri,
    path,
    kind,
    version: document.version,
    text: document.text,
    ...(stream === undefined ? {} : { stream }),
    buildArguments: folder.engine?.configuration.buildArguments ?? {},
  });
}

/** What features speak by; one schema store for each engine. */
const stores = new WeakMap<object, SchemaStore>();

async function contextOf(session: Session, folder: Folder, engine: Engine): Promise<FeatureContext> {
  const pages = await session.pages();
  const pageOf = (ruleId: string): string | undefined => pages.get(`rules/${ruleId}`);
  const { addressOf } = session;
  let schemas = stores.get(engine);
  if (schemas === undefined) {
    schemas = new SchemaStore(
      session.schemas,
      engine.configuration.kubernetesMinor,
      folder.index.schemas.all(),
    );
    stores.set(engine, schemas);
  }
  const opensPages = session.parts.client.clientCommands;
  return {
    ruleSet: engine.ruleSet,
    configuration: engine.configuration,
    schemas,
    pageOf,
    addressOf,
    opensPages,
  };
}

/** What is shown of a file: the rest waits until all files are known. */
export function findingsOf(folder: Folder, path: string): readonly Finding[] {
  const assessment = folder.assess(path);
  if (assessment === undefined) return [];
  if (folder.isIndexed && !folder.index.isComplete) return assessment.own;
  return [...assessment.own, ...assessment.cross];
}

/** The findings of a file with another text, waivers and comments heard; rules over the workspace have no say in it. */
export function checkWith(folder: Folder, path: string): (text: string) => readonly Finding[] {
  const open = folder.open.memoryOf(path);
  // A copy: what the fixes leave untouched is not judged again, and the open file's own memory stays as it is.
  const memory = open === undefined ? newFileMemory() : { ...open };
  return (text) => {
    const { engine, crossFile, configuration } = folder;
    const kind = folder.open.kindOf(path);
    if (engine === undefined || crossFile === undefined || configuration === undefined) return [];
    const input = { path, text, ...(kind === undefined ? {} : { kind }) };
    const result = checkInput(engine, folder.source, input, memory);
    const others = { ...folder.othersFor(path, crossFile), findings: [], partial: true };
    const { own, cross } = assessFile(result, others, folder.excuses({ engine, loaded: configuration }));
    return [...own, ...cross];
  };
}

/** Texts of files for edits of several, read beforehand where they are not open. */
export async function textsOf(
  folder: Folder,
  paths: Iterable<string>,
): Promise<(path: string) => EditedText | undefined> {
  const texts = new Map<string, EditedText>();
  for (const path of new Set(paths)) {
    const open = folder.open.documentOf(path);
    if (open !== undefined) texts.set(path, { uri: open.uri, version: open.version, text: open.text });
    else {
      const outcome = await folder.source.read(path);
      if ("text" in outcome)
        texts.set(path, { uri: folder.source.uriOf(path), version: null, text: outcome.text });
    }
  }
  return (path) => texts.get(path);
}

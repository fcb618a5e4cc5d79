import {
  classifyFile,
  type Configuration,
  createEngine,
  type Engine,
  type FileKind,
  type Finding,
  type KubernetesSchemas,
  loadConfiguration,
  SchemaStore,
} from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { applyEdits } from "@plimsoll/syntax";
import type { Position, Range, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { OpenFile } from "../document/open-file.ts";
import { offsetOf } from "../document/positions.ts";
import type { FeatureContext } from "../feature-context.ts";

/** The mark of the cursor in a text of a test. */
const CURSOR = "‸";

/** A file with the place of the cursor in it. */
export interface Marked {
  readonly file: OpenFile;
  readonly position: Position;
}

/** A file of the workspace `file:///w/`, version 3. */
export function openFile(path: string, text: string, kind?: FileKind): OpenFile {
  return new OpenFile({
    uri: `file:///w/${path}`,
    path,
    kind: kind ?? classifyFile(path) ?? "yaml",
    version: 3,
    text,
  });
}

/** The file and the place of its one `‸`, which is taken out. */
export function marked(path: string, text: string): Marked {
  const offset = text.indexOf(CURSOR);
  const file = openFile(path, text.replace(CURSOR, ""));
  const { line, column } = file.source.positionAt(offset);
  return { file, position: { line: line - 1, character: column - 1 } };
}

/** The configuration that a `plimsoll.yaml` of this text gives; the default one without a text. */
export async function configurationOf(text?: string): Promise<Configuration> {
  const read = (path: string): Promise<string | undefined> =>
    Promise.resolve(path === "plimsoll.yaml" ? text : undefined);
  const loaded = await loadConfiguration({
    ...(text === undefined ? {} : { path: "plimsoll.yaml" }),
    read,
    ruleSet,
  });
  return loaded.configuration;
}

/** An engine with all rules. */
export async function engineOf(text?: string, schemas?: KubernetesSchemas): Promise<Engine> {
  const configuration = await configurationOf(text);
  return createEngine({ ruleSet, configuration, ...(schemas === undefined ? {} : { schemas }) });
}

/** The findings of a file, all but those that a comment excuses. */
export function findingsOf(engine: Engine, path: string, text: string): readonly Finding[] {
  return engine.checkFile({ path, text }).findings;
}

/** What features speak by, with the default configuration or that of a text. */
export async function featureContext(text?: string, schemas?: KubernetesSchemas): Promise<FeatureContext> {
  const configuration = await configurationOf(text);
  return {
    ruleSet,
    configuration,
    ...(schemas === undefined
      ? {}
      : { schemas: new SchemaStore(schemas, configuration.kubernetesMinor, []) }),
    pageOf: () => undefined,
    addressOf: (id) => `https://example.mil/rules/${id}`,
  };
}

/** The text after the edits that are for its file. */
export function applied(file: OpenFile, edit: WorkspaceEdit | undefined): string {
  const own = (edit?.documentChanges ?? []).filter(
    (change): change is TextDocumentEdit => "edits" in change && change.textDocument.uri === file.uri,
  );
  return applyEdits(
    file.text,
    own.flatMap(({ edits }) =>
      edits.flatMap((one) =>
        "newText" in one ? [{ ...spanOf(file, one.range), newText: one.newText }] : [],
      ),
    ),
  );
}

/** `line:character-line:character`, from 0. */
export function shown({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}

function spanOf(file: OpenFile, { start, end }: Range): { readonly start: number; readonly end: number } {
  return { start: offsetOf(file.source, start), end: offsetOf(file.source, end) };
}

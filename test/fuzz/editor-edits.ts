import type { ScriptedClient } from "@plimsoll/language-server/testing";
import type { PlainFile } from "../corpora/check-all.ts";
import { randomEdit } from "./mutate.ts";
import type { Random } from "./random.ts";

/** After so many edits a text is more noise than file, and the next file is taken. */
const EDITS_OF_ONE_FILE = 150;
/** A person asks for the findings after every edit; a fresh check is compared with them after so many. */
const COMPARED_EACH = 100;

/** What to do. */
export interface EditRun {
  readonly client: ScriptedClient;
  readonly random: Random;
  readonly files: readonly PlainFile[];
  readonly edits: number;
  readonly uriOf: (path: string) => string;
  readonly onProgress?: (edit: number) => void;
}

/** A step at which an edited file had other findings than the same text opened anew. */
export interface Difference {
  readonly edit: number;
  readonly path: string;
  readonly text: string;
  readonly edited: unknown;
  readonly fresh: unknown;
}

/** Makes random edits in a row through the protocol. Returns where findings differ from those of a file opened anew. */
export async function editInARow(run: EditRun): Promise<readonly Difference[]> {
  const { client, random, files, uriOf } = run;
  const differences: Difference[] = [];
  let file = random.pick(files);
  await client.open(uriOf(file.path), file.text);
  for (let edit = 1; edit <= run.edits; edit += 1) {
    const uri = uriOf(file.path);
    const { text } = client.textOf(uri);
    const { start, end, newText } = randomEdit(text, random, random.pick(files).text);
    await client.edit(uri, start, end, newText);
    const items = await client.items(uri);
    if (edit % COMPARED_EACH === 0) {
      const fresh = await itemsAnew(client, uri);
      const [left, right] = [JSON.stringify(items), JSON.stringify(fresh)];
      if (left !== right)
        differences.push({ edit, path: file.path, text: client.textOf(uri).text, edited: items, fresh });
    }
    if (edit % EDITS_OF_ONE_FILE === 0) {
      await client.close(uri);
      file = random.pick(files);
      await client.open(uriOf(file.path), file.text);
    }
    run.onProgress?.(edit);
  }
  await client.close(uriOf(file.path));
  return differences;
}

async function itemsAnew(client: ScriptedClient, uri: string): Promise<unknown> {
  const { text } = client.textOf(uri);
  await client.close(uri);
  await client.open(uri, text);
  return client.items(uri);
}

import { clientInProcess, temporaryWorkspace } from "@plimsoll/language-server/testing";
import { expect, it } from "vitest";
import { editInARow } from "./editor-edits.ts";
import { Random } from "./random.ts";
import { seeds } from "./seeds.ts";

const factor = Number(process.env["PLIMSOLL_FUZZ_RUNS"] ?? "1");
const seed = Number(process.env["PLIMSOLL_FUZZ_SEED"] ?? "20261124");
const EDITS = 1000 * factor;

it(
  `the language server finds the same after ${EDITS} edits in a row as in the same text opened anew`,
  { timeout: 60_000 * Math.max(1, factor) },
  async () => {
    using workspace = temporaryWorkspace();
    const client = clientInProcess();
    await client.start({ folders: [workspace.uri] });
    const random = new Random(seed);
    const { uriOf } = workspace;
    const differences = await editInARow({ client, random, files: seeds(), edits: EDITS, uriOf });
    expect(differences).toEqual([]);
    client.dispose();
  },
);

import { readFileSync } from "node:fs";
import { startServer, temporaryWorkspace } from "@plimsoll/language-server/testing";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { editInARow } from "../fuzz/editor-edits.ts";
import { Random } from "../fuzz/random.ts";
import { seeds } from "../fuzz/seeds.ts";

const EDITS = 10_000;
/** By then everything is loaded and compiled, and the collector has found its pace. */
const WARM_UP = 2000;
const GROWTH = 1.3;

/** The server as its own process, over the files of the corpora. */
describe.skipIf(!corporaPresent)("corpora absent: edits in a row over the corpora", () => {
  it(
    `after ${EDITS} random edits findings are those of the text opened anew, and memory has not grown`,
    { timeout: 900_000 },
    async () => {
      using workspace = temporaryWorkspace();
      const server = startServer();
      await server.client.start({ folders: [workspace.uri] });
      const memory: number[] = [];
      const differences = await editInARow({
        client: server.client,
        random: new Random(20261124),
        files: seeds(),
        edits: EDITS,
        uriOf: workspace.uriOf,
        onProgress: (edit) => {
          if (edit === WARM_UP || edit === EDITS) memory.push(residentMemory(server.pid));
        },
      });
      expect(differences).toEqual([]);
      const [before = 0, after = 0] = memory;
      expect(after).toBeLessThanOrEqual(before * GROWTH);
      await server.client.stop();
      expect(await server.exit).toBe(0);
    },
  );
});

/** In KiB. */
function residentMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1]);
}

import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeWorkspace } from "./peers/files.ts";
import {
  compareWorkflows,
  findOurs,
  type WorkflowPeerComparison,
} from "./workflow-peers/compare-workflows.ts";
import { labelledWorkflows } from "./workflow-peers/labelled-workflows.ts";
import { runActionlint, runZizmor } from "./workflow-peers/run-tools.ts";
import { workflowReasons } from "./workflow-peers/workflow-reasons.ts";

/** Fewer than these found would mean that a tool was not run on what it should judge. */
const FOUND_AT_LEAST = { zizmor: 100, actionlint: 250 };

describe.skipIf(!corporaPresent)("beside zizmor and actionlint (corpora absent: skipped)", () => {
  let folder = "";
  let comparison: WorkflowPeerComparison | undefined;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-workflow-peers-")));
    const files = labelledWorkflows();
    const root = join(folder, "repository");
    // actionlint takes a folder with this for a repository, and crashes on calls of workflows in any other.
    const head = { path: ".git/HEAD", text: "ref: refs/heads/main\n" };
    writeWorkspace(root, { name: "labelled-workflows", files: [...files, head] });
    const scratch = join(folder, "scratch");
    const paths = files.map(({ path }) => path);
    const found = [...runZizmor(paths, root, scratch), ...runActionlint(paths, root, scratch)];
    comparison = compareWorkflows(found, findOurs(files));
  }, 10 * 60_000);

  afterAll(() => {
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  it("has their findings, or says why not", () => {
    const lines = comparison?.unexplained.map(
      (one) => `${one.tool} ${one.id} ${one.file}:${one.lines[0]}: ${one.message}`,
    );
    expect(lines).toEqual([]);
  });

  it("gives no reason that nothing asks for", () => {
    const unused = workflowReasons.filter(
      (one) => one.byHand !== true && comparison?.usedReasons.has(one) !== true,
    );
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(FOUND_AT_LEAST))("has run %s on all of it", (tool, least) => {
    const all = [
      ...(comparison?.matched ?? []),
      ...(comparison?.explained ?? []),
      ...(comparison?.unexplained ?? []),
    ];
    expect(all.filter((one) => one.tool === tool).length).toBeGreaterThan(least);
  });
});

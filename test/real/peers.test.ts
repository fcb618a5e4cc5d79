import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { peerWorkspaces, writeWorkspace } from "./peers/files.ts";
import type { PeerTool } from "./peers/peer-finding.ts";
import { reasons } from "./peers/reasons.ts";
import { compareWorkspace, runAllPeers, type ExplainedComparison } from "./peers/run-comparison.ts";

/** Fewer than these found would mean that a tool was not run on what it should judge. */
const FOUND_AT_LEAST: Readonly<Record<PeerTool, number>> = { hadolint: 800, trivy: 4500, checkov: 4500 };

describe.skipIf(!corporaPresent)("beside hadolint, trivy and checkov (corpora absent: skipped)", () => {
  let folder = "";
  const workspaces = corporaPresent ? peerWorkspaces() : [];
  const comparisons = new Map<string, ExplainedComparison>();

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-peers-")));
    for (const workspace of workspaces) {
      const root = join(folder, workspace.name);
      writeWorkspace(root, workspace);
      const found = runAllPeers(workspace, root, join(folder, "scratch"));
      comparisons.set(workspace.name, compareWorkspace(workspace, found));
    }
  }, 20 * 60_000);

  afterAll(() => {
    if (folder !== "") rmSync(folder, { recursive: true, force: true });
  });

  it.each(workspaces.map(({ name }) => name))("has their findings in %s, or says why not", (name) => {
    expect(comparisons.get(name)?.unexplained).toEqual([]);
  });

  it("gives no reason that nothing asks for", () => {
    const used = new Set([...comparisons.values()].flatMap(({ usedReasons }) => [...usedReasons]));
    const unused = reasons.filter((reason) => reason.byHand !== true && !used.has(reason));
    expect(unused).toEqual([]);
  });

  it.each(Object.entries(FOUND_AT_LEAST))("has run %s on all of it", (tool, least) => {
    const found = [...comparisons.values()].flatMap(({ matched, unmatched }) => [
      ...matched,
      ...unmatched.map(({ finding }) => finding),
    ]);
    expect(found.filter((finding) => finding.tool === tool).length).toBeGreaterThan(least);
  });
});

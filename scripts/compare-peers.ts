// Compares with hadolint, trivy and checkov on the files of a folder, by hand: node --conditions=source scripts/compare-peers.ts FOLDER
// Exit code 1 where a finding of theirs is neither ours nor explained. `npm run test:real` brings the tools up.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { readWorkspace } from "../test/real/peers/files.ts";
import { compareWorkspace, runAllPeers } from "../test/real/peers/run-comparison.ts";
import type { PeerFinding, PeerTool } from "../test/real/peers/peer-finding.ts";

const TOOLS: readonly PeerTool[] = ["hadolint", "trivy", "checkov"];

function main(folder: string | undefined): number {
  if (folder === undefined) {
    process.stderr.write("Give the folder whose files are to be compared.\n");
    return 2;
  }
  const root = resolve(folder);
  const workspace = readWorkspace(root);
  const scratch = mkdtempSync(join(tmpdir(), "plimsoll-compare-"));
  try {
    const found = runAllPeers(workspace, root, scratch);
    const { matched, optional, unmatched, unexplained } = compareWorkspace(workspace, found);
    const missing = unmatched.map(({ finding }) => finding);
    print(`${workspace.files.length} files; findings of each tool, and how many of them ours has:`);
    for (const tool of TOOLS) print(`  ${tool.padEnd(8)} ${share(tool, matched, [...matched, ...missing])}`);
    print(`${optional.length} of those only by rules that the default profile leaves off`);
    print(`${missing.length - unexplained.length} explained by test/real/peers/reasons.ts`);
    print(`${unexplained.length} unexplained`);
    for (const one of unexplained) print(`  ${one}`);
    return unexplained.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function share(tool: PeerTool, part: readonly PeerFinding[], whole: readonly PeerFinding[]): string {
  const count = (list: readonly PeerFinding[]): number => list.filter((one) => one.tool === tool).length;
  return `${count(part)} of ${count(whole)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main(process.argv[2]);

// Compares with zizmor and actionlint on the workflows of a folder, by hand: node --conditions=source scripts/compare-workflow-peers.ts FOLDER
// Exit code 1 where a finding of theirs is neither ours nor explained. `npm run test:real` brings the tools up.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { readWorkspace } from "../test/real/peers/files.ts";
import { compareWorkflows, findOurs } from "../test/real/workflow-peers/compare-workflows.ts";
import { runActionlint, runZizmor, type WorkflowPeerFinding } from "../test/real/workflow-peers/run-tools.ts";

function main(folder: string | undefined): number {
  if (folder === undefined) {
    process.stderr.write("Give the folder whose workflows are to be compared.\n");
    return 2;
  }
  const root = resolve(folder);
  const files = readWorkspace(root).files.filter(({ path }) => path.startsWith(".github/workflows/"));
  const scratch = mkdtempSync(join(tmpdir(), "plimsoll-compare-"));
  try {
    const paths = files.map(({ path }) => path);
    const known = new Set(paths);
    const found = [...runZizmor(paths, root, scratch), ...runActionlint(paths, root, scratch)].filter(
      ({ file }) => known.has(file),
    );
    const { matched, explained, unexplained } = compareWorkflows(found, findOurs(files));
    print(`${files.length} workflows; findings of each check: ours has, explained, unexplained`);
    for (const check of [...new Set(found.map(nameOf))].sort()) {
      const count = (list: readonly WorkflowPeerFinding[]): string =>
        String(list.filter((one) => nameOf(one) === check).length).padStart(5);
      print(`  ${check.padEnd(40)}${count(matched)}${count(explained)}${count(unexplained)}`);
    }
    for (const one of unexplained) print(`  ${nameOf(one)} ${one.file}:${one.lines[0]}: ${one.message}`);
    return unexplained.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function nameOf({ tool, id }: WorkflowPeerFinding): string {
  return `${tool} ${id}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main(process.argv[2]);

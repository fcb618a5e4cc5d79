// Draws findings of ours that hadolint, trivy and checkov lack on the same files, for review by hand:
// node --conditions=source scripts/draw-review.ts [SEED [COUNT]]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Finding } from "@plimsoll/core";
import { ruleSet } from "@plimsoll/rules";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { configurationFor, everyRuleOn } from "../test/corpora/configuration.ts";
import { Random } from "../test/fuzz/random.ts";
import { checkWithOurs, withoutPeers } from "../test/real/peers/compare.ts";
import { peerWorkspaces, writeWorkspace } from "../test/real/peers/files.ts";
import { runAllPeers } from "../test/real/peers/run-comparison.ts";

const DEFAULT_SEED = 20261124;
const DEFAULT_COUNT = 100;

interface Drawn {
  readonly workspace: string;
  readonly finding: Finding;
  readonly line: string;
}

function main(seed: number, count: number): number {
  if (!corporaPresent) {
    process.stderr.write("The corpora are absent; there is nothing to draw from.\n");
    return 2;
  }
  const pool = lackingFindings();
  const random = new Random(seed);
  print(`Seed ${seed}; ${pool.length} findings of the default profile that none of the three has.\n`);
  print("| # | place | rule | line and message | verdict | why |");
  print("| --- | --- | --- | --- | --- | --- |");
  for (let number = 1; number <= count && pool.length > 0; number += 1) {
    const [one] = pool.splice(random.below(pool.length), 1);
    if (one !== undefined) print(row(number, one));
  }
  return 0;
}

/** In the order of workspaces, files, and places in them, so that the same seed draws the same ones while the rules stay. */
function lackingFindings(): Drawn[] {
  const scratch = mkdtempSync(join(tmpdir(), "plimsoll-review-"));
  const { schemas } = everyRuleOn(ruleSet);
  const options = { ruleSet, configuration: configurationFor("reference-design"), schemas };
  try {
    return peerWorkspaces().flatMap((workspace) => {
      const root = join(scratch, workspace.name);
      writeWorkspace(root, workspace);
      const peers = runAllPeers(workspace, root, join(scratch, "cache"));
      const ours = checkWithOurs(workspace.files, options);
      return workspace.files.flatMap((file) =>
        withoutPeers(
          ours.get(file.path) ?? [],
          peers.filter((one) => one.file === file.path),
          file,
        ).map((finding) => ({
          workspace: workspace.name,
          finding,
          line: file.text.split("\n")[finding.range.start.line - 1]?.trim() ?? "",
        })),
      );
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function row(number: number, { workspace, finding, line }: Drawn): string {
  const { file, range, ruleId, message } = finding;
  const place = `${workspace}/${file}:${range.start.line}`;
  const cells = [String(number), place, ruleId, `\`${line.slice(0, 80)}\` ${message}`, "", ""];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = main(Number(process.argv[2] ?? DEFAULT_SEED), Number(process.argv[3] ?? DEFAULT_COUNT));

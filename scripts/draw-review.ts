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
  const pool = lackingFindings()
    .map((drawn) => ({ drawn, rank: rankOf(seed, drawn) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ drawn }) => drawn);
  print(`Seed ${seed}; ${pool.length} findings of the default profile that none of the three has.\n`);
  print("| # | place | rule | line and message | verdict | why |");
  print("| --- | --- | --- | --- | --- | --- |");
  for (const [index, one] of pool.slice(0, count).entries()) print(row(index + 1, one));
  return 0;
}

/** A number that looks random, of the seed and the finding alone (FNV-1a): a finding that is gone changes no other's place. */
function rankOf(seed: number, { workspace, finding }: Drawn): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${workspace} ${finding.fingerprint}`)
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return new Random(hash).next();
}

/** The findings of the default profile that none of the other tools has at the same place. */
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

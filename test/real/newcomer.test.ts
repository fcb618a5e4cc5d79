import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate, withFolder, type Files, type Verdict } from "../newcomer/migrated.ts";
import { ofCheckov, ofDeafHadolint, ofHadolint, ofTrivy, type Repository } from "../newcomer/repositories.ts";
import type { PeerFinding, PeerTool } from "./peers/peer-finding.ts";
import { checkovCommand, hadolintCommand, runPeer, trivyCommand } from "./peers/run-peers.ts";

/** hadolint is told a line; the others judge the one object of a file, or the file. */
function keyOf({ tool, id, file, lines }: PeerFinding): string {
  return tool === "hadolint" ? `${file}:${lines?.[0] ?? 0} ${id}` : `${file} ${id}`;
}

/** The findings of the real tool, as it reads the settings and comments of the folder. */
function theirs(tool: PeerTool, files: Files): ReadonlySet<string> {
  return withFolder({ ...files, "scratch/.keep": "" }, (folder) => {
    const scratch = join(folder, "scratch");
    const dockerfiles = Object.keys(files).filter((path) => path.endsWith("Dockerfile"));
    const command = {
      hadolint: () => hadolintCommand(dockerfiles),
      checkov: () => checkovCommand(),
      trivy: () => trivyCommand(scratch),
    }[tool]();
    return new Set(runPeer(command, folder, scratch).map(keyOf));
  });
}

/** Ours, in the tool's words. */
function ours(tool: PeerTool, verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(
    verdicts.flatMap(({ file, line, aliases }) =>
      aliases.flatMap((alias) => {
        const [owner = "", id = ""] = alias.split(":");
        const isTheirs = owner === tool || (tool === "hadolint" && owner === "shellcheck");
        return isTheirs ? [tool === "hadolint" ? `${file}:${line} ${id}` : `${file} ${id}`] : [];
      }),
    ),
  );
}

interface Compared {
  /** What the settings take away in the tool. */
  readonly goneThere: string[];
  /** Of that: what ours still has. */
  readonly staysHere: readonly string[];
  /** What the tool goes on to report, and ours had and has no more. */
  readonly lostHere: readonly string[];
  /** What the tool reports with its settings and ours has not at all, before or after. */
  readonly neverHere: readonly string[];
  /** How much both report. */
  readonly both: number;
}

/** Findings of the tool that ours has or not: with the settings of the repository, and with none. */
function compare(tool: PeerTool, { files, bare }: Repository): Compared {
  const [plain, withSettings] = [theirs(tool, bare), theirs(tool, files)];
  const { before, after } = migrate(files);
  const [had, has] = [ours(tool, before), ours(tool, after)];
  const goneThere = [...plain].filter((key) => !withSettings.has(key));
  return {
    goneThere,
    staysHere: goneThere.filter((key) => has.has(key)),
    lostHere: [...withSettings].filter((key) => had.has(key) && !has.has(key)),
    neverHere: [...withSettings].filter((key) => !had.has(key) && !has.has(key)).sort(),
    both: [...withSettings].filter((key) => has.has(key)).length,
  };
}

/** Why ours lacks a finding, or keeps one, as `peers/reasons-hadolint.ts` and the table of the migration say it. */
const ROOT_IS_A_NAME = "web/Dockerfile:3 DL3066";
const RUNS_OF_A_BUILD_STAGE = "api/Dockerfile:6 DL3059";

describe("a repository with settings of another tool, migrated in one command, beside the real tool", () => {
  it("hadolint: checks left out, comments and registries", () => {
    const { goneThere, both, ...rest } = compare("hadolint", ofHadolint);
    expect(goneThere.sort()).toEqual([
      "api/Dockerfile:12 DL3015",
      "api/Dockerfile:12 DL3027",
      "api/Dockerfile:13 DL3008",
      "api/Dockerfile:5 DL3013",
      "api/Dockerfile:6 DL3059",
      "web/Dockerfile:4 DL3018",
      "web/Dockerfile:6 SC2086",
    ]);
    expect(both).toBeGreaterThan(15);
    expect(rest).toEqual({ staysHere: [], lostHere: [], neverHere: [ROOT_IS_A_NAME] });
  });

  it("hadolint: comments that count for nothing", () => {
    const { goneThere, both, ...rest } = compare("hadolint", ofDeafHadolint);
    expect(goneThere).toEqual(["web/Dockerfile:3 DL3002"]);
    expect(both).toBeGreaterThan(18);
    expect(rest).toEqual({
      staysHere: [],
      lostHere: [],
      neverHere: [RUNS_OF_A_BUILD_STAGE, ROOT_IS_A_NAME],
    });
  });

  it("Checkov: checks and folders that are skipped, annotations and comments", () => {
    const { goneThere, staysHere, both, ...rest } = compare("checkov", ofCheckov);
    expect(goneThere.length).toBeGreaterThan(30);
    // One finding of ours stands for CKV_K8S_28 and CKV_K8S_37, and for CKV_K8S_29 and CKV_K8S_30: the others are on.
    expect(staysHere.map((key) => key.slice(key.lastIndexOf(" ") + 1)).sort()).toEqual([
      "CKV_K8S_28",
      "CKV_K8S_28",
      "CKV_K8S_29",
      "CKV_K8S_29",
    ]);
    expect(both).toBeGreaterThan(25);
    expect(rest).toEqual({ lostHere: [], neverHere: [] });
  });

  it("Trivy: checks that are ignored, everywhere and in one file", () => {
    const { goneThere, both, ...rest } = compare("trivy", ofTrivy);
    expect(goneThere.sort()).toEqual([
      "Dockerfile DS-0026",
      "k8s/shop.yaml KSV-0017",
      "k8s/web.yaml KSV-0009",
      "k8s/web.yaml KSV-0017",
    ]);
    expect(both).toBeGreaterThan(30);
    expect(rest).toEqual({ staysHere: [], lostHere: [], neverHere: [] });
  });
});

import {
  conclude,
  createEngine,
  loadConfiguration,
  toolAliases,
  type Engine,
  type Finding,
  type PeerTool,
} from "@plimsoll/core";
import { planConfiguration, readNamedSettings } from "@plimsoll/core/migrate";
import { peerChecksOf } from "@plimsoll/model/peer-checks";
import { ruleSet } from "@plimsoll/rules";
import { corporaPresent } from "@plimsoll/testkit/corpus";
import { describe, expect, it } from "vitest";
import { filesOf, type CorpusFile } from "../corpora/files.ts";

/** Tools whose corpus names the check of each label by its id, and settings in which a check is on or off. */
const TOOLS: readonly (readonly [
  tool: PeerTool,
  file: string,
  settings: (off: string | undefined) => string,
])[] = [
  [
    "kube-linter",
    ".kube-linter.yaml",
    (off) => `checks:\n  addAllBuiltIn: true\n  exclude: [${off ?? ""}]\n`,
  ],
  [
    "polaris",
    "polaris.yaml",
    (off) =>
      `checks:\n${peerChecksOf("polaris")
        .map(({ id }) => `  ${id}: ${id === off ? "ignore" : "danger"}\n`)
        .join("")}`,
  ],
];

async function engineOf(tool: PeerTool, path: string, text: string): Promise<Engine> {
  const { settings } = readNamedSettings({ path, text }, () => undefined);
  const { configuration } = planConfiguration({
    profile: "reference-design",
    tools: [tool],
    settings,
    ruleSet,
    compatibility: [],
    reasonOf: () => undefined,
  });
  const loaded = await loadConfiguration({
    path: "plimsoll.yaml",
    read: async (wanted) => (wanted === "plimsoll.yaml" ? configuration : undefined),
    ruleSet,
  });
  return createEngine({ ruleSet, configuration: loaded.configuration });
}

const found = (engine: Engine, file: CorpusFile): readonly Finding[] =>
  conclude(engine, [engine.checkFile(file)], { today: "2026-11-24" }).findings;

/** The ids of a tool's checks that a finding stands for. */
const idsIn = ({ aliases }: Finding, tool: PeerTool): readonly string[] =>
  toolAliases(aliases).flatMap((alias) =>
    alias.startsWith(`${tool}:`) ? [alias.slice(tool.length + 1)] : [],
  );

describe.skipIf(!corporaPresent)(
  "corpus absent: settings of other tools on the files that they label",
  () => {
    it.each(TOOLS)(
      "%s: a check that is off takes its findings, and no others",
      async (tool, path, settings) => {
        const files = filesOf(tool);
        const before = await engineOf(tool, path, settings(undefined));
        const ids = new Set(
          files.flatMap(({ labels }) =>
            labels.filter(({ expected }) => expected === "fail").map(({ source_rule }) => source_rule),
          ),
        );
        let checked = 0;
        for (const id of ids) {
          const after = await engineOf(tool, path, settings(id));
          for (const file of files.filter(({ labels }) =>
            labels.some(({ source_rule }) => source_rule === id),
          )) {
            const findings = found(before, file);
            const isGone = (finding: Finding): boolean => {
              const own = idsIn(finding, tool);
              return own.length > 0 && own.every((one) => one === id);
            };
            const left = findings.filter((finding) => !isGone(finding)).map(({ fingerprint }) => fingerprint);
            expect(
              found(after, file).map(({ fingerprint }) => fingerprint),
              `${id} in ${file.name}`,
            ).toEqual(left);
            if (left.length < findings.length) checked += 1;
          }
        }
        expect(checked).toBeGreaterThan(20);
      },
    );
  },
);
